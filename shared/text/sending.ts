import sending from './en/sending.json' with { type: 'json' };
import { learn } from './index.ts';

// The words of logging in and sending come with the screens and commands for it.
learn(sending);
