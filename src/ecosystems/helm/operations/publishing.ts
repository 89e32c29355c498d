/** Publishes charts and their provenance, at the URLs of ChartMuseum. */
import { Failure } from '../../../model/failure.ts';
import { publisherOf } from '../../../registry/callers.ts';
import { publishRelease, type ReceivedFile } from '../../../registry/publish-release.ts';
import type { Upload } from '../../../contract/bodies/upload.ts';
import type { LarderEnv } from '../../../serving/env.ts';
import type { ChartOperations } from './chart-operations.ts';

type Publish = ChartOperations['publishChart'];

const publish: Publish = async ({ found: { registry }, body, requireCaller: caller }, { larder }) => {
  const { outcome, release } = await publishRelease(larder, registry, {
    files: filesIn(body),
    claims: {},
    by: publisherOf(caller()),
  });
  if (outcome === 'published') return { status: 201, body: { saved: true } };
  throw new Failure(
    'package-exists',
    `${release.name} ${release.version} already exists in registry "${registry.slug}". Publish another version.`,
  );
};

export const publishing: Pick<
  ChartOperations,
  'publishChart' | 'publishProvenance' | 'publishChartByPlugin' | 'publishProvenanceByPlugin'
> = {
  publishChart: publish,
  publishProvenance: publish,
  publishChartByPlugin: publish,
  publishProvenanceByPlugin: publish,
};

/** The reader names the files, because a raw body has no name, and the names in forms are untrusted. */
function filesIn(body: Body): readonly ReceivedFile[] {
  if (!isForm(body)) return [{ name: 'chart', staged: body.staged }];
  const { chart, prov } = body;
  return [
    ...(chart ? [{ name: 'chart', staged: chart.staged }] : []),
    ...(prov ? [{ name: 'provenance', staged: prov.staged }] : []),
  ];
}

type Body = Parameters<Publish>[0]['body'];
type RawBody = Upload<LarderEnv['staged']>;

/** A form has one of these parts at least; it may have others of any name. */
function isForm(body: Body): body is Exclude<Body, RawBody> {
  return 'chart' in body || 'prov' in body;
}
