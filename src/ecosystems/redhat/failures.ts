/** Failures of the URLs for dnf, zypper and curl, which read or show text only: never a page, also for browsers. */
import { problemReply } from '../../contract/replies/problems.ts';
import type { WriteFailure } from '../../contract/replies/service-replies.ts';

export const rpmFailure: WriteFailure = (failure) => problemReply(failure);
