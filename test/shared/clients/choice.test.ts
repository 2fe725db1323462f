import { expect, test } from 'vitest';
import { choicesIn, guessedChoice, places, placeWith } from '../../../shared/clients/choice.ts';
import { clients, findClient } from '../../../shared/clients/index.ts';
import { MailProgram } from '../../../shared/model/found-account.ts';
import { english } from '../../support/english.ts';

const idsIn = (place: (typeof places)[number]['id']) => choicesIn(place).map(({ id }) => id);

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

test('what most people have stands first', () => {
  expect(idsIn('phone').slice(0, 3)).toEqual(['apple-mail-iphone', 'gmail-app', 'samsung-email']);
  expect(idsIn('windows').slice(0, 3)).toEqual(['outlook', 'new-outlook', 'thunderbird']);
  expect(idsIn('device')).toContain('brother-scanner');
  expect(idsIn('phone')).not.toContain('gmail-send-as');
  expect(idsIn('windows')).not.toContain('postfix');
});

test('the account that was found names its program, and the system its place', () => {
  for (const found of MailProgram.options) {
    expect(findClient(guessedChoice({ found }).program ?? '')?.kind).toBe('steps');
  }
  expect(guessedChoice({ system: 'Win32' })).toEqual({ place: 'windows', program: null });
  expect(guessedChoice({ system: 'MacIntel', found: 'thunderbird' })).toEqual({
    place: 'mac',
    program: 'thunderbird',
  });
  expect(guessedChoice({ system: 'iPhone' }).place).toBe('phone');
  expect(guessedChoice({ system: 'Linux armv8l; Android 14' }).place).toBe('phone');
  expect(guessedChoice({ system: 'Linux x86_64' }).place).toBe('linux');
  const agent = (system: string) => guessedChoice({ system: `Mozilla/5.0 (${system}) Gecko/20100101` }).place;
  expect(agent('Windows NT 10.0; Win64; x64')).toBe('windows');
  expect(agent('Macintosh; Intel Mac OS X 10.15')).toBe('mac');
  expect(agent('iPhone; CPU iPhone OS 18_0 like Mac OS X')).toBe('phone');
  expect(agent('Linux; Android 14; Pixel 8')).toBe('phone');
  expect(agent('X11; Linux x86_64')).toBe('linux');
  expect(guessedChoice({})).toEqual({ place: null, program: null });
});

test('a program that was chosen before is found in its place, the likeliest first', () => {
  expect(placeWith('thunderbird', 'linux')).toBe('linux');
  expect(placeWith('thunderbird', 'phone')).toBe('windows');
  expect(placeWith('brother-scanner', 'windows')).toBe('device');
  expect(placeWith('nothing', 'mac')).toBe('mac');
});
