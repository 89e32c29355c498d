/** All commands of `larder`, and their help. */
import { Command } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { addBackup } from './commands/backup.ts';
import { addCheck } from './commands/check.ts';
import { addCopy } from './commands/copy.ts';
import { addDelete } from './commands/delete.ts';
import { addDownload } from './commands/download.ts';
import { addList } from './commands/list.ts';
import { addLogin } from './commands/login.ts';
import { addLogout } from './commands/logout.ts';
import { addMark } from './commands/mark.ts';
import { addMock } from './commands/mock.ts';
import { addOidc } from './commands/oidc/index.ts';
import { addPublish } from './commands/publish.ts';
import { addRegistry } from './commands/registry/index.ts';
import { addRestore } from './commands/restore.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addSetup } from './commands/setup.ts';
import { addShow } from './commands/show.ts';
import { addOffer, addUnlist, addWithdraw } from './commands/standing.ts';
import { addStatus } from './commands/status.ts';
import { addTag } from './commands/tag.ts';
import { addToken } from './commands/token/index.ts';
import { addVerify } from './commands/verify.ts';
import { exitCodeLines } from './exit-codes.ts';

const packages = [addPublish, addSearch, addList, addShow, addCopy, addDelete, addDownload, addSetup];
const standings = [addUnlist, addOffer, addWithdraw, addTag, addMark];
const administration = [addRegistry, addToken, addOidc];
const account = [addLogin, addLogout, addStatus];
const servers = [addServe, addMock, addVerify, addCheck, addBackup, addRestore];

/** Commands import their modules when they run, so that the help is fast. */
export function createProgram(): Command {
  const program = new Command('larder')
    .description('Publish and manage packages in a Larder registry, or run a server.')
    .version(packageFile.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('Run with --help for usage.')
    .exitOverride()
    .addHelpText('after', environmentAndExitCodes);
  for (const [heading, commands] of [
    ['Packages:', [...packages, ...standings]],
    ['Registries and tokens:', administration],
    ['Connection:', account],
    ['Servers:', servers],
  ] as const) {
    program.commandsGroup(heading);
    for (const add of commands) add(program);
  }
  program.commandsGroup('Help and completion:').helpCommand('help [command]', 'print help for a command');
  return program;
}

const environmentAndExitCodes = `
Environment:
  LARDER_URL           the server's address
  LARDER_TOKEN         an access token
  LARDER_ORGANIZATION  the organization's slug
  NO_COLOR             disables bold text
Precedence: flags, then environment, then saved login.

Exit codes:
${exitCodeLines()}

Completion: source <(larder complete bash). Use zsh or fish for other shells.`;
