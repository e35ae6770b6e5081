import '../cli/tier-up.ts';
import { runServer } from './run.ts';

runServer();
