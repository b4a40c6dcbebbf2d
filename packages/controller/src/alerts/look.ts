import type { AlertRule, AlertView } from '@bondctl/proto/model/alert';
import type { Heard } from './heard.ts';
import type { Thresholds } from './thresholds.ts';

/** What a look decides by, besides what it shows. */
export interface Look {
  readonly nowUnixMs: number;
  readonly heard: Heard;
  readonly thresholds: Thresholds;
}

/** How a rule stands for a subject. `unknown`: what is not seen is neither wrong nor well. What is well is not listed. */
export interface Observed {
  readonly rule: AlertRule;
  readonly kind: AlertView['kind'];
  readonly subject: string;
  readonly standing: 'holds' | 'unknown';
  readonly hosts: readonly string[];
  readonly members: readonly string[];
  readonly sentence: string;
}
