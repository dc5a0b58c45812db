import { profileOf } from '../../../src/channels/messenger/profile';
import { Profile } from '../../../src/sandbox/messenger/limits';
import { unbuiltButtons } from '../../../src/dialogs/unbuilt';
import { everySkill } from '../../dialogs/every-text';

test('the profile keeps to Meta’s limits, in every locale, with the longest brand', () => {
  const profile = profileOf('Operador Nacional GT');
  expect(Profile.strict().parse(profile)).toEqual(profile);
  expect(JSON.stringify(profile)).not.toContain('…'); // nothing had to be cut
});

test('all that it offers is a skill', () => {
  const offered = [...JSON.stringify(profileOf('Alba')).matchAll(/go:([a-z-]+)/g)].map(([, skill]) => skill);
  const known = new Set([...everySkill.map(({ id }) => id), ...Object.keys(unbuiltButtons.es)]);
  expect([...new Set(offered)].filter((skill) => skill === undefined || !known.has(skill))).toEqual([]);
});
