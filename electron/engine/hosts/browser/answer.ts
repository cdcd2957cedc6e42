import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Log } from '#shared/std/index.ts';
import type { Content } from './content.ts';
import { isOwnHost, securityHeaders } from './security.ts';

export interface AnswerOptions {
  readonly authority: string;
  readonly content: Content;
  readonly log: Log;
}

const say = (response: ServerResponse, status: number, sentence: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
};

/** Answers one request for a file of the interface. Everything private goes over the socket, so these are public. */
export const answer = (request: IncomingMessage, response: ServerResponse, options: AnswerOptions): void => {
  const { authority, content, log } = options;
  for (const [name, value] of Object.entries(securityHeaders(authority))) response.setHeader(name, value);
  if (!isOwnHost(request.headers.host, authority)) {
    say(response, 421, 'Meridian answers only to its own address.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    say(response, 405, 'This address is only for reading.');
    return;
  }
  const address = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  const file = content.find(address);
  if (file === undefined) {
    if (content.isEmpty()) say(response, 503, 'The interface has not been built yet. Run: npm run build');
    else say(response, 404, 'There is nothing at this address.');
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  pipeline(createReadStream(file.path), response, (error) => {
    // A reader that goes away is no news; a file that cannot be read is.
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      log.warn('A file of the interface could not be sent', { address, code: error.code });
    }
  });
};
