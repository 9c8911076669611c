// node mcp.mjs URL KEY|- CALL… : an assistant's client. A CALL is {"tool":…,"arguments":{…}} or {"resource":…}. Prints a JSON
// object a line: the server and its tools, then each answer. The client checks answers against the schemas of the tools.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, key, ...calls] = process.argv.slice(2);
const headers = key === '-' ? {} : { 'X-Api-Key': key };
const client = new Client({ name: 'stranger', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
const { tools } = await client.listTools();
console.log(JSON.stringify({ server: client.getServerVersion(), instructions: client.getInstructions(), tools }));
for (const text of calls) {
  const call = JSON.parse(text);
  let answer;
  try {
    answer = call.tool
      ? await client.callTool({ name: call.tool, arguments: call.arguments })
      : await client.readResource({ uri: call.resource });
  } catch (error) {
    answer = { failure: error.message };
  }
  console.log(JSON.stringify(answer));
}
await client.close();
