import { testWorlds } from './worlds.ts';

testWorlds('steady');
