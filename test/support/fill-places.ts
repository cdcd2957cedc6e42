// Fills a profile that is not open, as a process of its own beside a test: `fill-places.ts DIRECTORY SETTING`, the latter
// as JSON. Ends once everything is written.
import { fillPlaces, type Setting } from './ten-thousand.ts';

const [directory = '', setting = ''] = process.argv.slice(2);
fillPlaces(directory, JSON.parse(setting) as Setting);
