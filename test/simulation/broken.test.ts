import { testWorlds } from './worlds.ts';

testWorlds('broken');
