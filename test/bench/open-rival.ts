// The rival's counterpart of opening: every document has to be loaded before a list of them can be shown.
import type { AnyDocumentId } from '@automerge/automerge-repo';
import { readFileSync } from 'node:fs';
import { openRival, type RivalGoal } from './rival.ts';

const [directory = '', list = ''] = process.argv.slice(2);
const urls = JSON.parse(readFileSync(list, 'utf8')) as AnyDocumentId[];
const started = performance.now();
const repo = openRival(directory, null);
const titles: string[] = [];
for (const handle of await Promise.all(urls.map((url) => repo.find<RivalGoal>(url)))) titles.push(handle.doc().title);
const ready = performance.now() - started;
console.log(JSON.stringify({ ready, rss: process.memoryUsage().rss, titles: titles.length }));
process.exit(0);
