import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterReady } from './readiness.ts';
import { strict } from './strict.ts';

const backend = process.env['STAND_IN_KEYCHAIN'] ?? 'gnome_libsecret';

/** The keychain's own key, in a file of the test: what Electron leaves to the system. */
const systemKey = (): Buffer => {
  const file = join(process.env['STAND_IN_USER_DATA'] ?? '', 'stand-in-keychain');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32));
  return readFileSync(file);
};

const deprecated = (): never => {
  throw new Error('The synchronous methods of safeStorage are deprecated in 45 and gone in 46');
};

export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async () => {
    afterReady('safeStorage was used');
    return backend !== 'none';
  },
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (text: string) => {
    afterReady('safeStorage was used');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', systemKey(), nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  decryptStringAsync: async (sealed: Buffer) => {
    afterReady('safeStorage was used');
    try {
      const decipher = createDecipheriv('aes-256-gcm', systemKey(), sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      const text = decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
      return { result: text, shouldReEncrypt: false };
    } catch (error) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.', {
        cause: error,
      });
    }
  },
  encryptString: deprecated,
  decryptString: deprecated,
  isEncryptionAvailable: deprecated,
});
