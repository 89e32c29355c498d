/** A small frontend for Larder: a user signs in, sees registries and packages, publishes, and deletes. */
import { createLarderClient, unwrap } from 'larder-client';
import { hideAll, inWords, showNews, showTrouble } from './messages.js';
import { confirmDeletion } from './confirm.js';
import { packagePage } from './package-page.js';
import { registriesPage } from './registries-page.js';
import { registryPage } from './registry-page.js';
import { signInPage } from './sign-in-page.js';

/** What those who are signed in have: a client, and the organization whose registries they see. */
let session;

const view = document.querySelector('#view');
const signOut = document.querySelector('#sign-out');
const registryPath = '/v2/packages/organizations/{organization}/registries/{registry}';

signOut.addEventListener('click', () => {
  session = undefined;
  location.hash = '#/';
  void show();
});
addEventListener('hashchange', () => void show());
void show();

/** Shows the page for the address, and a message if that fails. */
async function show() {
  hideAll();
  signOut.hidden = session === undefined;
  try {
    view.replaceChildren(...(session ? await pageAt(location.hash) : [signInPage({ signIn })]));
  } catch (error) {
    view.replaceChildren();
    showTrouble(inWords(error));
  }
}

async function pageAt(hash) {
  const [, , registry, id] = hash.split('?')[0].split('/').map(decodeURIComponent);
  if (registry === undefined) return await listRegistries();
  if (id === undefined) return await listPackages(registry, new URLSearchParams(hash.split('?')[1]));
  return await showPackage(registry, id);
}

async function signIn({ baseUrl, token }) {
  hideAll();
  try {
    const larder = createLarderClient({ baseUrl, token });
    const [organization] = unwrap(await larder.GET('/v2/organizations'));
    session = { larder, organization: organization.slug };
    await show();
  } catch (error) {
    showTrouble(inWords(error));
  }
}

async function listRegistries() {
  const { larder, organization } = session;
  const path = { organization };
  const registries = unwrap(
    await larder.GET('/v2/packages/organizations/{organization}/registries', { params: { path } }),
  );
  return registriesPage({ organization, registries });
}

async function listPackages(registry, cursors) {
  const { larder, organization } = session;
  const path = { organization, registry };
  const query = { per_page: 2, ...Object.fromEntries(cursors) };
  const [found, page] = await Promise.all([
    larder.GET(registryPath, { params: { path } }),
    larder.GET(`${registryPath}/packages`, { params: { path, query } }),
  ]);
  const publish = async (file, onProgress) => {
    hideAll();
    try {
      const published = unwrap(await larder.publish(path, { blob: file, name: file.name }, { onProgress }));
      await show();
      showNews(`Published ${published.name} ${published.version}.`);
    } catch (error) {
      showTrouble(inWords(error));
    }
  };
  return registryPage({ registry: unwrap(found), page: unwrap(page), publish });
}

async function showPackage(registry, id) {
  const { larder, organization } = session;
  const params = { path: { organization, registry, package: id } };
  const [found, files] = await Promise.all([
    larder.GET(`${registryPath}/packages/{package}`, { params }),
    larder.GET(`${registryPath}/packages/{package}/files`, { params }),
  ]);
  const item = unwrap(found);
  const remove = async () => {
    if (!(await confirmDeletion(`${item.name} ${item.version}`))) return;
    hideAll();
    try {
      const { message } = unwrap(await larder.DELETE(`${registryPath}/packages/{package}`, { params }));
      history.replaceState(null, '', `#/${organization}/${registry}`);
      await show();
      showNews(message);
    } catch (error) {
      showTrouble(inWords(error));
    }
  };
  return packagePage({ item, files: unwrap(files).items, remove });
}
