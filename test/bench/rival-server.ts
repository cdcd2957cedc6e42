// automerge-repo's own websocket server over nodefs storage: the rival's counterpart of the relay.
import { Repo } from '@automerge/automerge-repo';
import { NodeWSServerAdapter } from '@automerge/automerge-repo-network-websocket';
import { NodeFSStorageAdapter } from '@automerge/automerge-repo-storage-nodefs';
import { WebSocketServer } from 'ws';

const [directory = ''] = process.argv.slice(2);
const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
const repo = new Repo({
  network: [new NodeWSServerAdapter(sockets as unknown as ConstructorParameters<typeof NodeWSServerAdapter>[0])],
  storage: new NodeFSStorageAdapter(directory),
  sharePolicy: () => Promise.resolve(false),
});
sockets.once('listening', () => {
  const address = sockets.address();
  if (typeof address === 'object' && address !== null)
    console.log(`ws://127.0.0.1:${address.port} ${repo.peers.length}`);
});
// Its library gives up on a slow document with a rejection that nobody handles; a server has to survive that.
process.on('unhandledRejection', (cause) => console.error(`The rival's server: ${String(cause)}`));
process.once('SIGTERM', () => process.exit(0));
