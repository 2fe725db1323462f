import proof from './en/proof.json' with { type: 'json' };
import { learn } from './index.ts';

// The words of what was seen come with the screen that shows it, after the first one.
learn(proof);
