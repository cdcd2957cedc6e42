export { blobSealing, type BlobSealing } from './blobs.ts';
export { isSealed } from './tables.ts';
export { openSealed, type SealedStore } from './open.ts';
export { dropUnfinished, sealFile, unsealFile } from './convert.ts';
