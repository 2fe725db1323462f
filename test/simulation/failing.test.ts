import { testWorlds } from './worlds.ts';

testWorlds('failing');
testWorlds('failing-lossy');
