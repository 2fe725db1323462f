import { expect, test } from 'vitest';
import {
  choicesIn,
  guessedChoice,
  places,
  placeWith,
  stepsChoicesIn,
} from '../../../shared/clients/choice.ts';
import { clients, findClient } from '../../../shared/clients/index.ts';
import { nameWords } from '../../../shared/clients/words.ts';
import { MailProgram } from '../../../shared/model/found-account.ts';
import { english } from '../../support/english.ts';

type Place = (typeof places)[number]['id'];
const usualIn = (place: Place) => choicesIn(place).usual.map(({ client }) => client.id);
const idsIn = (place: Place) => [
  ...usualIn(place),
  ...choicesIn(place).others.map(({ client }) => client.id),
];

test.each(places)('$id can be chosen by its name, and has something to choose from', ({ id, name }) => {
  expect(english(name)).not.toBe('');
  const ids = idsIn(id);
  expect(ids.length).toBeGreaterThanOrEqual(3);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every program with steps is reached by two questions', () => {
  const reached = new Set(places.flatMap(({ id }) => idsIn(id)));
  expect(clients.filter(({ id, kind }) => kind === 'steps' && !reached.has(id)).map(({ id }) => id)).toEqual(
    [],
  );
});

test('what most people have stands first, and what its name does not tell is told', () => {
  expect(usualIn('phone').slice(0, 3)).toEqual(['apple-mail-iphone', 'gmail-app', 'samsung-email']);
  expect(usualIn('windows')).toEqual(['outlook', 'new-outlook', 'thunderbird']);
  expect(idsIn('device')).toContain('brother-scanner');
  expect(idsIn('phone')).not.toContain('gmail-send-as');
  expect(idsIn('windows')).not.toContain('postfix');
  expect(idsIn('server')).toEqual(expect.arrayContaining(['postfix', 'gitlab', 'proxmox']));
  for (const { client, looks } of choicesIn('windows').usual.slice(0, 2)) {
    expect(nameWords(client.name)).toContain('Outlook');
    expect(looks && english(looks)).not.toBe('');
  }
});

test('where steps are to be followed, files are left out', () => {
  const { usual, others } = stepsChoicesIn('server');
  expect([...usual, ...others].map(({ client }) => client.id)).toEqual(
    expect.arrayContaining(['mailcow', 'fluent-smtp', 'post-smtp', 'proxmox']),
  );
  expect([...usual, ...others].some(({ client }) => client.kind !== 'steps')).toBe(false);
});

test('the account that was found names its program, and the system its place', () => {
  for (const program of MailProgram.options) {
    expect(guessedChoice({ program }).program).toBe(program);
    expect(findClient(program)?.kind).toBe('steps');
  }
  expect(guessedChoice({ system: 'Win32' })).toEqual({ place: 'windows', program: 'outlook' });
  expect(guessedChoice({ system: 'MacIntel', program: 'thunderbird' })).toEqual({
    place: 'mac',
    program: 'thunderbird',
  });
  expect(guessedChoice({ system: 'iPhone' })).toEqual({ place: 'phone', program: 'apple-mail-iphone' });
  expect(guessedChoice({ system: 'Linux armv8l; Android 14' }).place).toBe('phone');
  expect(guessedChoice({ system: 'Linux x86_64' })).toEqual({ place: 'linux', program: 'thunderbird' });
  const agent = (system: string) => guessedChoice({ system: `Mozilla/5.0 (${system}) Gecko/20100101` }).place;
  expect(agent('Windows NT 10.0; Win64; x64')).toBe('windows');
  expect(agent('Macintosh; Intel Mac OS X 10.15')).toBe('mac');
  expect(agent('iPhone; CPU iPhone OS 18_0 like Mac OS X')).toBe('phone');
  expect(agent('Linux; Android 14; Pixel 8')).toBe('phone');
  expect(agent('X11; Linux x86_64')).toBe('linux');
});

test('who is known by nothing, or by a program that no longer exists, is offered what most people have', () => {
  expect(guessedChoice({})).toEqual({ place: 'windows', program: 'outlook' });
  expect(guessedChoice({ system: 'Win32', program: 'nothing' })).toEqual({
    place: 'windows',
    program: 'outlook',
  });
  expect(guessedChoice({ system: 'Win32', program: 'brother-scanner' })).toEqual({
    place: 'device',
    program: 'brother-scanner',
  });
});

test('a program that was chosen before is found in its place, the likeliest first', () => {
  expect(placeWith('thunderbird', 'linux')).toBe('linux');
  expect(placeWith('thunderbird', 'phone')).toBe('windows');
  expect(placeWith('brother-scanner', 'windows')).toBe('device');
  expect(placeWith('nothing', 'mac')).toBe('mac');
});
