import { measures } from '../../src/observability/measures';
import { metrics } from '../../src/observability/metrics';
import { observers } from '../../src/observability/observers';
import { watchVitals } from '../../src/observability/vitals';

test('counters, gauges and histograms are written as Prometheus reads them', async () => {
  const all = metrics();
  all.counter('calls_total', 'Calls.', ['backend']).add({ backend: 'prepaid' }, 2);
  all.counter('plain_total', 'Nothing yet.');
  all.gauge('depth', 'Depth.').set(3);
  const seconds = all.histogram('call_seconds', 'Duration.', ['backend'], [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(value, { backend: 'sms' });
  expect(await all.read()).toBe(
    [
      '# HELP calls_total Calls.\n# TYPE calls_total counter\ncalls_total{backend="prepaid"} 2\n',
      '# HELP plain_total Nothing yet.\n# TYPE plain_total counter\nplain_total 0\n',
      '# HELP depth Depth.\n# TYPE depth gauge\ndepth 3\n',
      '# HELP call_seconds Duration.\n# TYPE call_seconds histogram\n',
      'call_seconds_bucket{backend="sms",le="0.1"} 2\ncall_seconds_bucket{backend="sms",le="1"} 3\ncall_seconds_bucket{backend="sms",le="+Inf"} 4\n',
      'call_seconds_sum{backend="sms"} 7.65\ncall_seconds_count{backend="sms"} 4\n',
    ].join(''),
  );
});

test('labels are words: numbers of customers, quotes and new lines become "other", and so does the 301st word', async () => {
  const all = metrics();
  const odd = all.counter('odd_total', 'Odd.', ['who']);
  for (const who of ['50255550101', 'a"b', 'a\nb', 'María', '', 'x'.repeat(61)]) odd.add({ who });
  odd.add({});
  const many = all.counter('many_total', 'Many.', ['who']);
  for (let index = 0; index < 2_000; index++) many.add({ who: `word${index}` });
  const text = await all.read();
  expect(text.match(/^odd_total.*$/gm)).toEqual(['odd_total{who="other"} 6', 'odd_total{who="none"} 1']);
  const lines = text.match(/^many_total.*$/gm) ?? [];
  expect(lines).toHaveLength(301);
  expect(lines).toContain('many_total{who="other"} 1700');
});

test('what the parts report becomes numbers', async () => {
  const all = metrics();
  const report = measures(all);
  report('turn', { conversation: 'web:abc', number: 1, channel: 'web', skill: 'balances', outcome: 'done', ms: 40, waited: 50 });
  report('turn', { conversation: 'web:abc', number: 2, channel: 'web', outcome: 'talk', ms: 1 });
  report('backend', { backend: 'prepaid', operation: 'buckets', outcome: 'timeout', ms: 8_000 });
  report('code.sent', { country: 'GT' });
  report('code.completed', {});
  report('message.set-aside', { conversation: 'web:abc', number: 1 });
  report('reply.gave-up', { conversation: 'web:abc', number: 1 });
  report('operation', { kind: 'top-up', outcome: 'refused', ms: 3 });
  report('toString', {});
  const text = await all.read();
  for (const line of [
    'turns_total{channel="web",skill="balances",outcome="done"} 1',
    'turns_total{channel="web",skill="none",outcome="talk"} 1',
    'turn_seconds_bucket{channel="web",skill="balances",le="0.05"} 1',
    'answer_seconds_count{channel="web"} 1',
    'backend_calls_total{backend="prepaid",operation="buckets",outcome="timeout"} 1',
    'backend_call_seconds_bucket{backend="prepaid",operation="buckets",le="5"} 0',
    'backend_call_seconds_bucket{backend="prepaid",operation="buckets",le="10"} 1',
    'codes_sent_total 1',
    'codes_completed_total 1',
    'messages_set_aside_total 1',
    'replies_given_up_total 1',
    'operations_total{kind="top-up",outcome="refused"} 1',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).not.toContain('abc');
});

test('the process tells of itself', async () => {
  const all = metrics();
  const stop = watchVitals(all, { version: '1.2.3', node: '22.1.0' }, () => ({ memory: 100, cpu: 2.5, handles: 7, began: 5_000 }));
  const text = await all.read();
  stop();
  expect(text).toContain('build_info{version="1.2.3",node="22.1.0"} 1');
  for (const line of ['process_resident_memory_bytes 100', 'process_cpu_seconds_total 2.5', 'process_open_handles 7', 'process_start_time_seconds 5'])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/^event_loop_lag_seconds\{quantile="0\.99"\} [\d.e-]+$/m);
  expect(text).toMatch(/^nodejs_heap_bytes\{kind="used"\} \d+$/m);
});

test('an observer that fails is left out, the others hear everything, and hear of that', () => {
  const heard: string[] = [];
  let calls = 0;
  const report = observers([
    () => {
      calls += 1;
      throw new Error('broken');
    },
    (event) => void heard.push(event),
  ]);
  report('one', {});
  report('two', {});
  expect(calls).toBe(1);
  expect(heard).toEqual(['observer.failed', 'one', 'two']);
});
