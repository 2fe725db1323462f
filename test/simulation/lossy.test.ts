import { testWorlds } from './worlds.ts';

testWorlds('lossy');
