// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** Of resources and their ends. */
export const LIFETIME_ERRORS = {
  'resource-not-found': {
    type: NotFoundError,
    message:
      'There is no resource "{id}" that came of a request; it may be removed by now. Look at your resources in the catalog.',
  },
  'resource-not-yours': {
    type: NotAllowedError,
    message:
      '"{path}" belongs to {owner}, and "{user}" is not of them. Ask them to extend or keep it.',
  },
  'resources-of-others': {
    type: NotAllowedError,
    message:
      '"{user}" is no administrator of self-service, who alone see the resources of everybody. Leave "view" out to see your own.',
  },
  'extend-denied': {
    type: NotAllowedError,
    message:
      'The company\'s permission policy refuses "self-service.request.create" to "{user}", which moving the end of "{path}" needs. Ask whoever keeps the permission policy of this portal.',
  },
  'resource-input-invalid': {
    type: InputError,
    message: 'The call is wrong: {problems}. Correct it and send it again.',
  },
  'lifetime-too-long': {
    type: InputError,
    message:
      '"{path}" would live for {lifetime}, and the {by} allows {maximum} at most. Ask for less; its owner can ask for a longer life once it is there.',
    cause:
      'The module list gives the module a maximum lifetime, or selfService.dispatch the receiver.',
    remedy: 'Choose a shorter lifetime.',
  },
  'lifetime-of-protected': {
    type: InputError,
    message:
      '"{path}" is of the module "{module}", whose resources are protected and never end by themselves. Leave the lifetime out.',
  },
  'lifetime-none': {
    type: ConflictError,
    message:
      '"{path}" has no end: it lives until somebody removes it. There is nothing to extend.',
  },
  'lifetime-not-longer': {
    type: InputError,
    message:
      '"{path}" lives until {expiresAt}, and {until} is not later than that and now. Give a later moment.',
  },
  'lifetime-at-maximum': {
    type: ConflictError,
    message:
      '"{path}" has lived as long as it may without an approval, until {maximumAt}. Extend it to a later moment instead: that asks for an approval.',
  },
  'lifetime-moved': {
    type: ConflictError,
    message:
      'The end of "{path}" was changed by somebody else at the same moment. Look at it, and do it again if it is still wanted.',
  },
  'lifetime-not-ending': {
    type: ConflictError,
    message:
      '"{path}" has not come to its end: its removal is not asked for. Extend it if you need it longer.',
  },
  'removal-approved': {
    type: ConflictError,
    message:
      'The removal of "{path}" is approved already, by request {number}. Cancel that request while it can be, or order it anew.',
  },
} as const satisfies ErrorCatalogue;
