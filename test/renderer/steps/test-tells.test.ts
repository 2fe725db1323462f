import { expect, test } from 'vitest';
import { testTells } from '../../../renderer/steps/test-tells.ts';

test('a test message from this computer is offered for what sends from it, and where no program was chosen', () => {
  for (const program of ['thunderbird', 'outlook', 'html', ''])
    expect(testTells(program), program).toBe(true);
});

test('it is not offered for what sends from somebody else’s computers: it would take another port than the clicks say', () => {
  for (const program of ['gmail-send-as', 'yahoo-mail', 'outlook-com'])
    expect(testTells(program), program).toBe(false);
});
