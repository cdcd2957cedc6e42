// The rival's counterpart of a join, in a process of its own: what it leaves undone when its server is given up ends with it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sizeOf } from './folders.ts';
import { startRivalServer } from './processes.ts';
import { connected, createRivalGoals, findAll, openRival, untilServed } from './rival.ts';

const [folder = '', count = '', edits = ''] = process.argv.slice(2);
const [stored, home, other] = ['server', 'a', 'b'].map((name) => join(folder, name));
if (stored === undefined || home === undefined || other === undefined) throw new Error('No folder.');
for (const one of [stored, home, other]) mkdirSync(one, { recursive: true });
const server = await startRivalServer(stored);
const writer = openRival(home, server.url);
await connected(writer);
const handles = await createRivalGoals(writer, Number(count), Number(edits));
await writer.flush();
const urls = handles.map((handle) => handle.url);
const uploading = performance.now();
const uploadMs = (await untilServed(server.url, stored, urls, Number(edits))) - uploading;
const reader = openRival(other, server.url);
await connected(reader);
const started = performance.now();
await findAll(reader, urls, Number(edits));
await reader.flush();
const ms = performance.now() - started;
await server.stop();
console.log(JSON.stringify({ ms, uploadMs, disk: sizeOf(home) }));
process.exit(0);
