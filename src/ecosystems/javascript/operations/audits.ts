/** The operations of `npm audit` and `yarn audit`. The registry has no advisories. */
import type { components } from '../../../../generated/native/javascript.ts';
import type { NpmOperations } from './npm-operations.ts';

const report: components['schemas']['NpmAudit'] = {
  actions: [],
  advisories: {},
  muted: [],
  metadata: {
    vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0 },
    dependencies: 0,
    devDependencies: 0,
    optionalDependencies: 0,
    totalDependencies: 0,
  },
};

export const audits: Pick<NpmOperations, 'explainAdvisories' | 'explainAudit' | 'explainQuickAudit'> = {
  explainAdvisories: () => ({ status: 200, body: {} }),
  explainAudit: () => ({ status: 200, body: report }),
  explainQuickAudit: () => ({ status: 200, body: report }),
};
