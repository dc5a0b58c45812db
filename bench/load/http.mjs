import { connect } from 'node:net';

/** A server that says nothing for so long has lost the request. */
const PATIENCE_MS = 15_000;
const HEAD_END = '\r\n\r\n';

/**
 * A pool of keep-alive connections, each with one request at a time. Written by hand because Node's own client costs the load generator more than
 * some of the servers cost theirs.
 *
 * @returns {{request: (method: string, path: string, body?: string, headers?: string) => Promise<{status: number, body: string}>, close: () => void}}
 */
export function httpPool(port, size) {
  const idle = Array.from({ length: size }, () => connection(port));
  const all = [...idle];
  const waiting = [];
  const free = (one) => {
    const next = waiting.shift();
    if (next) next(one);
    else idle.push(one);
  };
  return {
    async request(method, path, body = '', headers = '') {
      const one = idle.pop() ?? (await new Promise((resolve) => waiting.push(resolve)));
      try {
        return await one.send(method, path, body, headers);
      } finally {
        free(one);
      }
    },
    close: () => all.forEach((one) => one.close()),
  };
}

function connection(port) {
  let pending;
  let received = '';
  const fail = (error) => {
    pending?.reject(error ?? new Error('the server closed the connection'));
    pending = undefined;
  };
  const opened = () => {
    received = '';
    const made = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
    return made
      .on('error', fail)
      .on('close', () => made === socket && fail())
      .on('data', (data) => {
        received += data;
        const answer = read(received);
        if (!answer) return;
        received = '';
        pending?.resolve(answer);
        pending = undefined;
      });
  };
  let socket = opened();
  return {
    send: (method, path, body, headers) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== 'open' && socket.readyState !== 'opening') socket = opened(); // the server closes what was idle for long
        const late = setTimeout(() => fail(new Error(`no answer to ${method} ${path}`)), PATIENCE_MS);
        const done = (settle) => (value) => {
          clearTimeout(late);
          settle(value);
        };
        pending = { resolve: done(resolve), reject: done(reject) };
        const type = body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : '';
        socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}${type}\r\n${body}`);
      }),
    close: () => socket.destroy(),
  };
}

/** One whole answer, or undefined while it is not complete. */
function read(text) {
  const end = text.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = text.slice(0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const from = end + HEAD_END.length;
  const length = /\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return text.length - from < Number(length) ? undefined : { status, body: utf8(text.slice(from)) };
  if (!head.includes('transfer-encoding: chunked')) return { status, body: '' };
  return text.endsWith(`0${HEAD_END}`) ? { status, body: utf8(unchunked(text.slice(from))) } : undefined;
}

const utf8 = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8');

function unchunked(text) {
  const line = text.indexOf('\r\n');
  const size = Number.parseInt(text.slice(0, line), 16);
  return size ? text.slice(line + 2, line + 2 + size) + unchunked(text.slice(line + 4 + size)) : '';
}
