import { titleOf } from '../model/package-title.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Urls } from '../serving/urls.ts';
import { listPackages } from '../registry/list.ts';
import type { Package, PackageFile } from '../model/records.ts';
import { html, type Html } from './html.ts';
import { page } from './layout.ts';
import { isMember } from './members.ts';
import { descriptionOf, metadataList } from './metadata.ts';
import type { PageOperation } from './operation.ts';
import { moment, shellLines, tokenNote, variantAfter } from './pieces.ts';
import { exactSize, humanSize } from './size.ts';
import { table } from './table.ts';
import { crumbsTo, homeOf, packageUrl, registryUrl } from './urls.ts';

/** How many versions of one name are listed. */
const mostVersions = 30;

/** A package: how to install it, its files and digests, what it says of itself, its other versions. */
export const showPackage: PageOperation<'showPackage'> = async ({ found, caller }, context) => {
  const { larder, urls } = context;
  const { organization, registry, package: pkg } = found;
  const files = await larder.catalog.packages.files(pkg.id);
  const { items } = await listPackages(larder, registry, { name: pkg.name, limit: mostVersions });
  const { download, install, tokenAdvice } = context.instructions[registry.ecosystem];
  const home = await homeOf(found, context);
  const lines = install(home, { ...pkg, files: files.map(({ name }) => name) });
  const description = descriptionOf(pkg.metadata);
  const metadata = metadataList(pkg.metadata);
  const title = titleOf(pkg);
  return page({
    title: `${title} · ${registry.name} · ${organization.name}`,
    crumbs: [...crumbsTo(found, urls), { text: title, url: packageUrl(found, pkg, urls) }],
    main: html`<h1>${pkg.name}</h1>
      ${facts(found, isMember(caller, organization) ? pkg : { ...pkg, publishedBy: null }, urls)}
      ${description === undefined ? undefined : html`<p class="text">${description}</p>`}
      <h2>Install</h2>
      ${shellLines(lines)} ${tokenNote(lines, home.slug, tokenAdvice)}
      <h2>Files</h2>
      ${files.map((file) => fileCard(file, download(home, { name: file.name, sha256: file.blob.digests.sha256 })))}
      ${
        metadata === undefined
          ? undefined
          : html`<h2>Metadata</h2>
              ${metadata}`
      }
      ${otherVersions(found, pkg, items, urls)}`,
  });
};

function facts(shelf: RegistryRef, { version, variant, createdAt, publishedBy }: Package, urls: Urls): Html {
  return html`<dl>
    <dt>Version</dt>
    <dd>${version}</dd>
    ${
      variant === null
        ? undefined
        : html`<dt>Variant</dt>
            <dd>${variant}</dd>`
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

function fileCard({ name, blob }: PackageFile, url: string): Html {
  return html`<div class="file">
    <h3><a href="${url}" download>${name}</a></h3>
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
    html`<a href="${packageUrl(shelf, other, urls)}">${other.version}</a>${variantAfter(other)}`,
    moment(other.createdAt),
  ]);
  const all = registryUrl(shelf, urls, { name: pkg.name });
  const caption = html`Of ${pkg.name}, newest first. <a href="${all}">Show all</a>`;
  return html`<h2>Other versions</h2>
    ${table(caption, ['Version', 'Published'], rows)}`;
}
