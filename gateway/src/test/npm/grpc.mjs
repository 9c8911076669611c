// node grpc.mjs HOST:PORT METHOD… : asks a server by what it tells of itself. Prints a JSON object: services, health, and the
// answers to calls without fields of those methods (package.Service/Method).
import grpc from '@grpc/grpc-js';
import reflectionClient from 'grpc-js-reflection-client';

const [address, ...methods] = process.argv.slice(2);
const insecure = grpc.ChannelCredentials.createInsecure();
const reflection = new reflectionClient.GrpcReflection(address, insecure);

const call = async path => {
  const [service, method] = path.split('/');
  const descriptor = await reflection.getDescriptorBySymbol(service);
  const options = { longs: String, enums: String, defaults: true };
  const Client = service.split('.').reduce((found, name) => found[name], descriptor.getPackageObject(options));
  const client = new Client(address, insecure);
  return new Promise((resolve, reject) =>
    client[method]({}, { deadline: Date.now() + 20_000 }, (error, answer) => (error ? reject(error) : resolve(answer))));
};

const services = await reflection.listServices('*');
const { status } = await call('grpc.health.v1.Health/Check');
const answers = {};
for (const method of methods) answers[method] = await call(method);
console.log(JSON.stringify({ services, health: status, answers }));
process.exit(0);
