import { describe, expect, test } from 'vitest';
import { aFinding, aReport, aServer } from '../support/builders.ts';
import { type Cell, cells } from './cells.ts';
import { mistakes, nameOf } from './judge.ts';

const cell: Cell = {
  network: '25 dropped',
  site: 'lab',
  verdict: 'port-25-blocked',
  recommend: '587/starttls',
};

const blocked = aFinding({ code: 'port-25-blocked', severity: 'problem' });
const recommendation = {
  outgoing: aServer({ host: 'mail.lab.test' }),
  incoming: null,
  why: '',
  alternatives: [],
  change: null,
};
const right = aReport({ verdict: blocked, findings: [blocked], recommendation });

describe('the judge of the lab', () => {
  test('finds nothing wrong with a report that is as the cell has it', () => {
    expect(mistakes(cell, right, 0)).toEqual([]);
  });

  test('names another verdict, and the one that is missing', () => {
    const down = aFinding({ code: 'server-down', severity: 'problem' });
    const report = { ...right, verdict: down, findings: [down] };

    expect(mistakes(cell, report, 0)).toEqual([
      'verdict is server-down',
      'port-25-blocked is missing',
      'server-down is raised',
    ]);
  });

  test('does not let a second problem pass that the cell does not have, but a note', () => {
    const note = aFinding({ code: 'slow-greeting', severity: 'note' });
    const problem = aFinding({ code: 'tls-intercepted', severity: 'problem' });
    const report = { ...right, findings: [blocked, note, problem] };

    expect(mistakes(cell, report, 0)).toEqual(['tls-intercepted is raised']);
  });

  test('looks at the recommendation: none, another port, another host', () => {
    const elsewhere = { ...recommendation, outgoing: aServer({ host: 'mail.elsewhere.test', port: 465 }) };

    expect(mistakes(cell, { ...right, recommendation: null }, 0)).toEqual(['recommends nothing']);
    expect(mistakes(cell, { ...right, recommendation: elsewhere }, 0)).toEqual([
      'recommends mail.elsewhere.test:465/starttls',
    ]);
  });

  test('looks at the exit status', () => {
    expect(mistakes(cell, right, 1)).toEqual(['exit status is 1, not 0']);
  });

  test('has a name of its own for every cell', () => {
    expect(new Set(cells.map(nameOf)).size).toBe(cells.length);
  });
});
