import type { DeviceView, QueryResult } from '#shared/protocol/index.ts';
import { fakeId, fakeNow } from './people.ts';

const day = 24 * 3_600_000;

const device = (name: string, fingerprint: string, rest: Partial<DeviceView>): DeviceView => ({
  id: fakeId(`device ${name} ${fingerprint}`),
  personId: fakeId('Samira Qureshi'),
  name,
  fingerprint,
  thisDevice: false,
  state: 'active',
  addedAt: fakeNow - 90 * day,
  revokedAt: null,
  revokedById: null,
  heardAt: fakeNow - day,
  keysIn: '',
  whyNot: null,
  ...rest,
});

/** Samira's devices as the design shows them, and one of Ana's. */
export const fakeDevices: QueryResult<'devices'> = {
  mine: [
    device('Laptop in Karachi', '7f3a 91c2 e04d 5b60', {
      thisDevice: true,
      keysIn: 'the system keychain',
      whyNot: 'A machine cannot shut itself out. Do it from another of your machines.',
    }),
    device('Phone', 'c11e 0a58 77b9 0c44', {}),
    device('Old laptop', '41d7 c890 9b04 6e1f', {
      state: 'revoked',
      revokedAt: fakeNow - 3 * day,
      revokedById: fakeId('Samira Qureshi'),
      heardAt: fakeNow - 71 * day,
      whyNot: 'It is shut out already.',
    }),
  ],
  others: [
    device('', 'e5c2 08ab 1f20 77d3', {
      personId: fakeId('Ana Moreira'),
      whyNot: 'Only its person, an owner or an admin may shut it out.',
    }),
  ],
  out: null,
};
