import type { NativeRegistry, Instructions } from '../serving/instructions.ts';
import { titleOf } from '../model/package-title.ts';
import type { RegistryRef } from '../model/registry-ref.ts';
import type { Urls } from '../serving/urls.ts';
import type { Page } from '../storage/catalog.ts';
import type { LeftOutPackage, Registry } from '../model/records.ts';
import { html, type Html } from './html.ts';
import { page, type PageReply } from './layout.ts';
import type { Reader } from './reader.ts';
import { linesOfClient, moment, shellLines, tokenNote, detailsAfter, visibility } from './pieces.ts';
import { mark } from './registry-table.ts';
import { table } from './table.ts';
import { crumbsTo, packageUrl, registryUrl } from './urls.ts';

/** The maximum number of listed packages that are left out of the index. */
export const mostLeftOut = 30;

export interface RegistryView extends RegistryRef {
  /** The packages on this page, filtered by name if one is specified. */
  readonly shown: Page;
  readonly name: string | undefined;
  /** At most one more than the page shows. */
  readonly leftOut: readonly LeftOutPackage[];
  readonly home: NativeRegistry;
  readonly instructions: Instructions;
  /** Whether the caller belongs to the organization. */
  readonly isMember: boolean;
  readonly reader: Reader;
  readonly urls: Urls;
}

/** The page of a registry: description, packages, and commands to publish and install. */
export function registryPage({
  shown,
  name: wanted,
  leftOut,
  home,
  instructions,
  isMember,
  reader,
  urls,
  ...ref
}: RegistryView): PageReply {
  const { organization, registry } = ref;
  const { description, ecosystem, name } = registry;
  const form = urls.of('publishPackage', { organization: organization.slug, registry: registry.slug });
  const curl = `curl -H "Authorization: Bearer $TOKEN" -X POST "${form}" -F "file=@FILE"`;
  const clients = instructions.clients(home);
  const publishing = [
    ...(instructions.acceptsForms ? [{ client: 'curl', publish: [curl] }] : []),
    ...clients.filter(({ publish }) => publish.length > 0),
  ];
  return page({
    urls,
    reader,
    title: [wanted, name, organization.name].filter((part) => part !== undefined).join(' · '),
    crumbs: crumbsTo(ref, urls),
    main: html`<h1>${mark(registry)}${name}</h1>
      <p><span class="tag">${ecosystem}</span> <span class="tag">${visibility(registry)}</span></p>
      ${description === null ? undefined : html`<p class="text">${description}</p>`}
      <div class="columns wide">
        <div>
          <h2 id="packages">Packages</h2>
          ${filterForm(ref, wanted, urls)} ${packageTable(ref, shown, urls)} ${pager(ref, shown, wanted, urls)}
          ${leftOutTable(ref, leftOut, urls)}
        </div>
        <div>
          <h2>Publish to this registry</h2>
          ${publishing.map(({ client, publish }, index) => linesOfClient(client, shellLines(publish), index))}
          <p class="quiet">Replace <code>$TOKEN</code> with an access token that has the write_packages scope.</p>
          <h2>Set up a client</h2>
          ${clients
            .filter(({ setUp }) => setUp.length > 0)
            .map(({ client, setUp, tokenAdvice }, index) =>
              linesOfClient(client, html`${shellLines(setUp)} ${tokenNote(setUp, home.registry, tokenAdvice)}`, index),
            )}
          ${keyNote(home)} ${isMember ? [policyNote(registry), teamsNote(registry)] : undefined}
        </div>
      </div>`,
  });
}

function policyNote({ oidcPolicy }: Registry): Html | undefined {
  if (oidcPolicy === null) return undefined;
  return html`<h2>OIDC policy</h2>
    <p>A statement accepts tokens of its issuer if all of its claims match. The first matching statement applies.</p>
    <pre>${oidcPolicy}</pre>`;
}

function teamsNote({ teamIds }: Registry): Html | undefined {
  if (teamIds.length === 0) return undefined;
  return html`<h2>Teams (stored, not enforced)</h2>
    <p>Larder has no teams. It stores these ids for clients of Buildkite's API. They do not affect access.</p>
    <ul>
      ${teamIds.map((id) => html`<li><code>${id}</code></li>`)}
    </ul>`;
}

/** Clients that have an old key need the new one before the old one expires. */
function keyNote({ keys }: NativeRegistry): Html | undefined {
  if (keys.length === 0) return undefined;
  const rows = keys.map(({ fingerprint, createdAt, expiresAt }) => [
    html`<code class="digest">${fingerprint}</code>`,
    moment(createdAt),
    expiresAt === null ? html`never` : moment(expiresAt),
  ]);
  return html`<h3>Signing keys</h3>
    ${table('All of them sign the index', ['Fingerprint', 'Created', 'Expires'], rows)}`;
}

/** Works without scripts. An empty name is not submitted; a link shows all packages again. */
function filterForm(shelf: RegistryRef, name: string | undefined, urls: Urls): Html {
  return html`<form action="${registryUrl(shelf, urls)}" method="get" role="search">
    <label>
      Exact package name
      <input
        name="name"
        value="${name}"
        required
        maxlength="255"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
      />
    </label>
    <button>Search</button>
    ${name === undefined ? undefined : html`<p><a href="${registryUrl(shelf, urls)}">Show all packages</a></p>`}
  </form>`;
}

function packageTable(shelf: RegistryRef, { items }: Page, urls: Urls): Html {
  if (items.length === 0) return html`<p>No packages found.</p>`;
  const rows = items.map((pkg) => [
    html`<a href="${packageUrl(shelf, pkg, urls)}">${pkg.name}</a>`,
    html`${pkg.version}${detailsAfter(pkg)}`,
    moment(pkg.createdAt),
  ]);
  return table('Newest first', ['Name', 'Version', 'Published'], rows);
}

function pager(shelf: RegistryRef, { items, hasNewer, hasOlder }: Page, name: string | undefined, urls: Urls): Html {
  const newer = hasNewer ? registryUrl(shelf, urls, { name, before: items.at(0)?.id }) : undefined;
  const older = hasOlder ? registryUrl(shelf, urls, { name, after: items.at(-1)?.id }) : undefined;
  if (newer === undefined && older === undefined) return html``;
  return html`<nav class="pager" aria-label="Pages of packages">
    ${newer === undefined ? undefined : html`<a rel="prev" href="${newer}">← Newer</a>`}
    ${older === undefined ? undefined : html`<a rel="next" href="${older}">Older →</a>`}
  </nav>`;
}

/** Packages that earlier versions of Larder accepted with weaker checks. */
function leftOutTable(shelf: RegistryRef, packages: readonly LeftOutPackage[], urls: Urls): Html | undefined {
  if (packages.length === 0) return undefined;
  const rows = packages
    .slice(0, mostLeftOut)
    .map((pkg) => [html`<a href="${packageUrl(shelf, pkg, urls)}">${titleOf(pkg)}</a>`, pkg.reason]);
  const more =
    packages.length > mostLeftOut ? html` There are more: <code>larder check</code> lists all of them.` : undefined;
  return html`<h2>Left out of the index</h2>
    <p>
      Clients do not find these packages, because they could not read an index with their metadata. Delete each of them
      and publish a corrected build.${more}
    </p>
    ${table('Oldest first', ['Package', 'Reason'], rows)}`;
}
