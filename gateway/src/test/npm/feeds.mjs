// node feeds.mjs URL…: reads feeds with two parsers; prints a JSON object a line: url, parser, title, items (id, link, title, date).
import FeedParser from 'feedparser';
import RssParser from 'rss-parser';
import { Readable } from 'node:stream';

const readWithFeedparser = text =>
  new Promise((resolve, reject) => {
    const parser = new FeedParser({ addmeta: false });
    const items = [];
    parser.on('error', reject);
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) {
        items.push({ id: item.guid, link: item.link, title: item.title, date: item.date });
      }
    });
    parser.on('end', () => resolve({ title: parser.meta.title, items }));
    Readable.from([text]).pipe(parser);
  });

const readWithRssParser = async text => {
  const feed = await new RssParser().parseString(text);
  return {
    title: feed.title,
    items: feed.items.map(item => ({ id: item.guid ?? item.id, link: item.link, title: item.title, date: item.isoDate })),
  };
};

for (const url of process.argv.slice(2)) {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  const text = await answer.text();
  console.log(JSON.stringify({ url, parser: 'feedparser', ...(await readWithFeedparser(text)) }));
  console.log(JSON.stringify({ url, parser: 'rss-parser', ...(await readWithRssParser(text)) }));
}
