/** Progress on stderr: a bar on a terminal, a plain line now and then elsewhere. */
import { SingleBar } from 'cli-progress';
import type { UpdateProgress } from '../../indexer/library.ts';

const STAGES = { files: '读取文件', passages: '建立索引' } as const;

export interface ProgressDisplay {
  readonly onProgress: UpdateProgress;
  readonly stop: () => void;
}

function showBar(): ProgressDisplay {
  const bar = new SingleBar({
    format: '{stage} {bar} {value}/{total} {name}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let current = '';
  return {
    onProgress: (stage, done, total, name) => {
      if (stage !== current) bar.start(total, done, { stage: STAGES[stage], name });
      else bar.update(done, { name });
      current = stage;
    },
    stop: () => bar.stop(),
  };
}

function printLines(): ProgressDisplay {
  let tenth = -1;
  let current = '';
  return {
    onProgress: (stage, done, total) => {
      const reached = total === 0 ? 10 : Math.floor((10 * done) / total);
      if (stage === current && reached === tenth) return;
      [current, tenth] = [stage, reached];
      process.stderr.write(`${STAGES[stage]} ${done}/${total}\n`);
    },
    stop: () => undefined,
  };
}

export function showProgress(): ProgressDisplay {
  return process.stderr.isTTY ? showBar() : printLines();
}
