import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const TEXT = 1;
const PING = 9;
const CLOSE = 8;

/** The reading side of a WebSocket, by hand for the same reason as `http.mjs`. Calls `heard` with every text frame. */
export function webSocket(port, path, heard, failed) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    const key = randomBytes(16).toString('base64');
    const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    socket.write([...lines, `Sec-WebSocket-Key: ${key}`, '', ''].join('\r\n'));
    let rest = Buffer.alloc(0);
    let isOpen = false;
    socket.on('error', (error) => (isOpen ? failed(error) : reject(error)));
    socket.on('data', (data) => {
      rest = rest.length ? Buffer.concat([rest, data]) : data;
      if (!isOpen) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!rest.subarray(0, 12).toString().endsWith('101')) return reject(new Error(rest.subarray(0, 200).toString()));
        isOpen = true;
        rest = rest.subarray(end + 4);
        resolve({ close: () => socket.destroy() });
      }
      for (let frame = next(rest); frame; frame = next(rest)) {
        rest = rest.subarray(frame.end);
        if (frame.kind === TEXT) heard(frame.payload.toString());
        else if (frame.kind === PING) socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
        else if (frame.kind === CLOSE) failed(new Error(`the server closed the socket: ${frame.payload.toString('latin1')}`));
      }
    });
  });
}

/** The first whole frame. A server's frames are not masked. */
function next(data) {
  if (data.length < 2) return undefined;
  const short = data[1] & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < head) return undefined;
  const length = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < head + length) return undefined;
  return { kind: data[0] & 0x0f, payload: data.subarray(head, head + length), end: head + length };
}
