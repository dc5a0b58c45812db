import { BackendFailure } from '../../src/domain/failure';
import { faultOf } from '../../src/observability/fault';

const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

test('of an error its name and its place are told, never its words', () => {
  const parsing = thrown(() => JSON.parse('María Fernanda, 5555-0101'));
  expect(String(parsing)).toContain('María'); // why the words must go
  const custom = new TypeError('MARIA FERNANDA is not a function');
  for (const error of [parsing, String(parsing), custom, String(custom), new Error('Juan', { cause: new Error('Pedro') })]) {
    expect(faultOf(error)).not.toMatch(/mar[ií]a|fernanda|juan|pedro|5555/i);
    expect(faultOf(error)).toMatch(/^(Syntax|Type)?Error\b/);
  }
});

test('frames are those of our own code', () => {
  const error = new Error('x');
  error.stack = [
    'Error: María',
    '    at JSON.parse (<anonymous>)',
    '    at Object.<anonymous> (/srv/app/node_modules/zod/src/v4/core.js:1:2)',
    '    at async stepper (/srv/app/dist/state/turns.js:107:23)',
    '    at /srv/app/dist/http/server.js:12:3',
  ].join('\n');
  expect(faultOf(error)).toBe('Error at stepper (state/turns.js:107) < http/server.js:12');
});

test.each([
  [Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:6379'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
  ['Error: connect ECONNREFUSED 10.0.0.7:6379', 'Error ECONNREFUSED'],
  ['ReplyError: OOM command not allowed when used memory > maxmemory', 'ReplyError OOM'],
  ['Error: Command timed out', 'Error Command timed out'],
  ['status 429', 'status 429'],
  ['8 times: TypeError: María', '8 times: TypeError'],
  ['Hola, soy María', 'Error'],
])('%s', (error, told) => expect(faultOf(error).replace(/ at .*$/, '')).toBe(told));

test('failures of ours are told whole, with their cause', () => {
  const failure = new BackendFailure('prepaid', 'unavailable', { cause: new Error('status 503') });
  expect(faultOf(failure).replace(/ at .* because/, ' because')).toBe('BackendFailure: prepaid: unavailable because of status 503');
});
