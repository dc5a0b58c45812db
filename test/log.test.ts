import { Writable } from 'node:stream';
import pino from 'pino';
import { formatters, reporter } from '../src/observability/log';

/** The lines that a logger of ours writes. */
function written(): { lines: Record<string, unknown>[]; log: pino.Logger } {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(
        ...String(chunk)
          .split('\n')
          .filter(Boolean)
          .map((line): Record<string, unknown> => JSON.parse(line)),
      );
      done();
    },
  });
  return { lines, log: pino({ level: 'debug', base: null, formatters }, stream) };
}

test('what is not known to be harmless is not written', () => {
  const { lines, log } = written();
  log.info({
    event: 'x',
    msisdn: '50255550101',
    text: 'hola',
    name: 'María',
    conversation: 'web:abc',
    ms: 12,
    error: new Error('to 5555-0101 or 4242 4242 4242 4242'),
  });
  expect(lines[0]).toMatchObject({ event: 'x', conversation: 'web:abc', ms: 12 });
  const all = JSON.stringify(lines);
  for (const secret of ['5555-0101', '50255550101', '4242', 'hola', 'María']) expect(all).not.toContain(secret);
});

test('what is not known is left out', () => {
  const { lines, log } = written();
  log.info({ event: 'turn', skill: undefined });
  expect(lines[0]).not.toHaveProperty('skill');
});

test('one event is one line, whatever somebody put into it', () => {
  const { lines, log } = written();
  log.info({ event: 'x', reason: 'a\nb\r\u001b[31m\u202ec' });
  expect(lines).toHaveLength(1);
  expect(String(lines[0]?.['reason'])).toMatch(/^[^\p{Cc}\p{Cf}]*$/u);
});

test('what somebody must look at is an error; what is quiet is quiet', () => {
  const { lines, log } = written();
  const report = reporter(log);
  report('message.set-aside', { conversation: 'web:a', number: 1, tries: 4 });
  report('backend', { backend: 'prepaid', operation: 'buckets', outcome: 'timeout', ms: 8_000 });
  report('backend', { backend: 'prepaid', operation: 'buckets', outcome: 'ok', ms: 8 });
  expect(lines.map(({ level }) => level)).toEqual(['error', 'warn', 'debug']);
});
