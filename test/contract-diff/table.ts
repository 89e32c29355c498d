/** All small changes on which the comparison is tried. */
import { changedReplies } from './changed-replies.ts';
import { changedDescriptions } from './changed-descriptions.ts';
import { changedOperations } from './changed-operations.ts';
import { changedRequests } from './changed-requests.ts';

/** Each in one operation, or in what operations share. */
export const inShops = [...changedOperations, ...changedRequests, ...changedReplies];

/** Each in a description as a whole. */
export const inDescriptions = changedDescriptions;
