import { expect, test } from 'vitest';
import { noAnswers } from '../../../renderer/wizard/answers.ts';
import { loadSaved, nothingSaved, type Saved, savingTo } from '../../../renderer/wizard/saved.ts';
import { aReport } from '../../support/builders.ts';
import { fc } from '../../support/invented-inputs.ts';

function memory(initial: Record<string, string> = {}) {
  const values = new Map(Object.entries(initial));
  const written: string[] = [];
  return {
    values,
    written,
    getItem: (key: string) => values.get(key) ?? null,
    setItem(key: string, value: string) {
      written.push(key);
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
  };
}

const whole: Saved = {
  ...nothingSaved,
  step: 'settings',
  answers: { ...noAnswers, address: 'you@example.org' },
  checkId: 'check-1',
  startedAtMs: 5,
  asked: '{}',
  program: 'thunderbird',
  variant: { language: 'ja', version: 'current' },
  ticked: ['outlook.open'],
  report: aReport(),
};

test('what was saved comes back whole', () => {
  const place = memory();
  savingTo(place)(whole);
  expect(loadSaved(place)).toEqual(whole);
});

test('what an earlier version saved, without the program’s version and language, is still read', () => {
  const { report: _report, variant: _variant, ...older } = whole;
  const place = memory({ 'postway.wizard': JSON.stringify(older) });
  expect(loadSaved(place)).toMatchObject({ ticked: ['outlook.open'], variant: {} });
});

test('the large report is written once, and removed when it is gone', () => {
  const place = memory();
  const save = savingTo(place);
  save(whole);
  save({ ...whole, ticked: [] });
  expect(place.written.filter((key) => key === 'postway.report')).toHaveLength(1);
  save({ ...whole, report: null });
  expect(place.values.has('postway.report')).toBe(false);
});

test.each([
  ['nothing', {}],
  ['text that is no JSON', { 'postway.wizard': '{' }],
  ['another version', { 'postway.wizard': JSON.stringify({ ...whole, version: 2 }) }],
  ['a step that does not exist', { 'postway.wizard': JSON.stringify({ ...whole, step: 'paradise' }) }],
  [
    'a mail program with a name beyond all',
    { 'postway.wizard': JSON.stringify({ ...whole, program: 'x'.repeat(61) }) },
  ],
  [
    'more steps ticked off than there are',
    { 'postway.wizard': JSON.stringify({ ...whole, ticked: Array(201).fill('a') }) },
  ],
  [
    'a step with a name beyond all',
    { 'postway.wizard': JSON.stringify({ ...whole, ticked: ['x'.repeat(121)] }) },
  ],
  ['answers of another shape', { 'postway.wizard': JSON.stringify({ ...whole, answers: { address: 7 } }) }],
])('begins anew when it finds %s', (_name, initial: Record<string, string>) => {
  expect(loadSaved(memory(initial))).toBe(nothingSaved);
});

test.each([
  ['settings without a check', { step: 'settings', checkId: null }, 'address'],
  ['a verdict without its report, whose check may still be asked', { step: 'verdict' }, 'check'],
  ['a check that was never begun', { step: 'check', checkId: null }, 'address'],
  ['a running check', { step: 'check' }, 'check'],
  ['a question', { step: 'practice', checkId: null }, 'practice'],
] as const)('shows a screen that has what it needs: %s', (_name, change, step) => {
  const { report: _report, ...rest } = whole;
  const place = memory({ 'postway.wizard': JSON.stringify({ ...rest, ...change }) });
  expect(loadSaved(place).step).toBe(step);
});

test('a saved report that was tampered with is not believed', () => {
  const place = memory();
  savingTo(place)(whole);
  place.values.set('postway.report', '{"schema":"postway-report/1"}');
  expect(loadSaved(place).report).toBeNull();
});

test('whatever is found in the place of the saved state, a window begins, on a screen that exists', () => {
  const field = fc.constantFrom(...Object.keys(nothingSaved), '__proto__', 'constructor');
  const damaged = fc
    .tuple(field, fc.jsonValue())
    .map(([name, value]) => JSON.stringify({ ...whole, report: undefined, [name]: value }));
  const text = fc.oneof(damaged, fc.string({ unit: 'binary' }), fc.json());
  fc.assert(
    fc.property(text, text, (answers, report) => {
      const saved = loadSaved(memory({ 'postway.wizard': answers, 'postway.report': report }));
      expect(Object.keys(saved).sort()).toEqual(Object.keys(nothingSaved).sort());
      expect(saved.step).toMatch(/^[a-z-]+$/);
      if (saved.step === 'verdict') expect(saved.report).not.toBeNull();
      const place = memory();
      savingTo(place)(saved);
      expect(loadSaved(place)).toEqual(saved);
    }),
    { numRuns: 60 },
  );
});
