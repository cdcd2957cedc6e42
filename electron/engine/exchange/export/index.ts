export { exportFiles } from './files.ts';
export type { ExportFile } from './files.ts';
export type { ExportData, ExportedCycle } from './collect.ts';
export type { ExportedRecord, ExportSource } from './source.ts';
export { onlyMine } from './mine.ts';
export { writeExport } from './write-export.ts';
export { exportedKinds, filesOfKind } from './kind-files.ts';
