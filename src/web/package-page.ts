import { titleOf } from '../model/package-title.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Urls } from '../serving/urls.ts';
import type { NativeRegistry, Instructions } from '../serving/instructions.ts';
import type { Package, ProjectStatus } from '../model/records.ts';
import type { ListedFile } from '../registry/list-files.ts';
import { html, type Html } from './html.ts';
import { page, type PageReply } from './layout.ts';
import type { Reader } from './reader.ts';
import { descriptionOf, metadataList } from './metadata.ts';
import { linesOfClient, moment, shellLines, tokenNote, detailsAfter } from './pieces.ts';
import { exactSize, humanSize } from './size.ts';
import { table } from './table.ts';
import { crumbsTo, downloadUrl, packageUrl, registryUrl } from './urls.ts';

/** The maximum number of other versions on a page. */
export const mostVersions = 30;

export interface PackageView extends RegistryRef {
  /** Without its publisher, if the reader is not allowed to see it. */
  readonly package: Package;
  /** That of its project. */
  readonly status: ProjectStatus;
  readonly files: readonly ListedFile[];
  /** The newest packages of the same name, those with the highest versions first. */
  readonly versions: readonly Package[];
  readonly home: NativeRegistry;
  readonly instructions: Instructions;
  readonly reader: Reader;
  readonly urls: Urls;
}

/** The page of a package: installation, files and digests, metadata, other versions. */
export function packagePage({
  package: pkg,
  status,
  files,
  versions,
  home,
  instructions,
  reader,
  urls,
  ...ref
}: PackageView): PageReply {
  const { organization, registry } = ref;
  const isWithdrawn = pkg.standing === 'withdrawn';
  const own = files.filter(({ role }) => role !== 'referrer');
  const toInstall = { ...pkg, files: own.map(({ name }) => name) };
  const clients = (isWithdrawn ? [] : instructions.clients(home))
    .map(({ install, ...client }) => ({ ...client, lines: install(toInstall) }))
    .filter(({ lines }) => lines.length > 0);
  const description = descriptionOf(pkg.metadata);
  const metadata = metadataList(pkg.metadata);
  const title = titleOf(pkg);
  const highest = versions.find(({ standing }) => standing === 'offered');
  const isLatest = pkg.standing === 'offered' && highest?.version === pkg.version;
  // Native URLs read no cookies.
  const hasSession = reader.caller !== undefined && 'session' in reader.caller;
  return page({
    urls,
    reader,
    title: `${title} · ${registry.name} · ${organization.name}`,
    crumbs: [...crumbsTo(ref, urls), { text: title, url: packageUrl(ref, pkg, urls) }],
    main: html`<h1>
        ${pkg.name}
        <span class="quiet">${pkg.version}</span>${isLatest ? html` <span class="tag">latest</span>` : undefined}
      </h1>
      ${statusNote(status)} ${standingNote(pkg)}
      <div class="columns wide">
        <div>
          ${description === undefined ? undefined : html`<p class="text">${description}</p>`}
          ${
            clients.length === 0
              ? undefined
              : html`<h2>Install</h2>
                  ${clients.map(({ client, lines, tokenAdvice }, index) =>
                    linesOfClient(
                      client,
                      html`${shellLines(lines)} ${tokenNote(lines, home.registry, tokenAdvice)}`,
                      index,
                    ),
                  )}`
          }
          <h2>Files</h2>
          ${files.map((file) => {
            const shown = { ...file.blob.digests, name: file.name, package: file.package ?? pkg };
            const native = isWithdrawn ? undefined : instructions.download(home, shown);
            const url = native && (hasSession ? downloadUrl(ref, file.package ?? pkg, file.name, urls) : native);
            return fileCard(file, url, file.package && packageUrl(ref, file.package, urls));
          })}
          ${
            metadata === undefined
              ? undefined
              : html`<h2>Metadata</h2>
                  ${metadata}`
          }
        </div>
        <aside>${facts(ref, pkg, urls)} ${otherVersions(ref, pkg, versions, urls)}</aside>
      </div>`,
  });
}

/** Explains a status other than `active`, and shows its reason. */
function statusNote({ status, reason }: ProjectStatus): Html | undefined {
  if (status === 'active') return undefined;
  return html`<div class="note ${status}">
    <p><strong>${statuses[status]}</strong></p>
    ${reason === null ? undefined : html`<p>${reason}</p>`}
  </div>`;
}

const statuses = {
  archived: 'Archived project: no version can be added.',
  deprecated: 'Deprecated project: use another one.',
  quarantined: 'Quarantined project: clients are offered none of its files, and no version can be added.',
} as const;

/** Explains a standing other than `offered`, and shows the notice. */
function standingNote({ standing, notice }: Package): Html | undefined {
  if (standing === 'offered' && notice === null) return undefined;
  return html`<div class="note ${standing}">
    ${standing === 'offered' ? undefined : html`<p><strong>${explanations[standing]}</strong></p>`}
    ${notice === null ? undefined : html`<p>${notice}</p>`}
  </div>`;
}

const explanations = {
  unlisted:
    'Unlisted: clients are not offered this package. Some still install it if exactly this version is requested.',
  withdrawn: 'Withdrawn: this package cannot be installed or downloaded.',
} as const;

function facts(shelf: RegistryRef, { version, variant, tags, createdAt, publishedBy }: Package, urls: Urls): Html {
  return html`<dl>
    <dt>Version</dt>
    <dd>${version}</dd>
    ${
      variant === null
        ? undefined
        : html`<dt>Variant</dt>
            <dd>${variant}</dd>`
    }
    ${
      tags.length === 0
        ? undefined
        : html`<dt>Tags</dt>
            <dd>${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</dd>`
    }
    <dt>Published</dt>
    <dd>${moment(createdAt)}</dd>
    ${
      publishedBy === null
        ? undefined
        : html`<dt>Published by</dt>
            <dd>${publishedBy.description}${publishedBy.issuer === null ? undefined : ` (${publishedBy.issuer})`}</dd>`
    }
    <dt>Registry</dt>
    <dd><a href="${registryUrl(shelf, urls)}">${shelf.registry.name}</a></dd>
  </dl>`;
}

/** Without a URL if the file cannot be downloaded. `owner` is the page of the package that has it as its main file. */
function fileCard(
  { name, role, blob, metadata }: ListedFile,
  url: string | undefined,
  owner: string | undefined,
): Html {
  return html`<div class="file">
    <h3>${url === undefined ? name : html`<a href="${url}" download>${name}</a>`}</h3>
    ${owner === undefined ? undefined : html`<p><a href="${owner}">${role === 'referrer' ? 'Referrer' : 'Part'}</a></p>`}
    ${metadataList(metadata)}
    <dl>
      <dt>Size</dt>
      <dd>${humanSize(blob.size)}${blob.size < 1000 ? undefined : ` (${exactSize(blob.size)})`}</dd>
      <dt>SHA-256</dt>
      <dd><code class="digest">${blob.digests.sha256}</code></dd>
      <dt>SHA-512</dt>
      <dd><code class="digest">${blob.digests.sha512}</code></dd>
    </dl>
  </div>`;
}

function otherVersions(shelf: RegistryRef, pkg: Package, items: readonly Package[], urls: Urls): Html | undefined {
  const others = items.filter(({ id }) => id !== pkg.id);
  if (others.length === 0) return undefined;
  const rows = others.map((other) => [
    html`<a href="${packageUrl(shelf, other, urls)}">${other.version}</a>${detailsAfter(other)}`,
    moment(other.createdAt),
  ]);
  const all = registryUrl(shelf, urls, { name: pkg.name });
  const caption = html`Highest first. <a href="${all}">Show all</a>`;
  return html`<h2>Other versions</h2>
    ${table(caption, ['Version', 'Published'], rows)}`;
}
