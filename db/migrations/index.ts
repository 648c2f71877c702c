import type { Migration } from '../migrate.ts'
import * as offices from './001-offices.ts'
import * as surveys from './002-surveys.ts'
import * as dossiers from './003-dossiers.ts'
import * as responses from './004-responses.ts'
import * as counts from './005-counts.ts'
import * as staff from './006-staff.ts'
import * as audit from './007-audit.ts'
import * as accounts from './008-accounts.ts'
import * as officeAdministration from './009-office-administration.ts'
import * as surveyVersions from './010-survey-versions.ts'
import * as print from './011-print.ts'
import * as deskCounts from './012-desk-counts.ts'
import * as releasedCounts from './013-released-counts.ts'
import * as flags from './014-flags.ts'
import * as comments from './015-comments.ts'
import * as kiosks from './016-kiosks.ts'
import * as feedbackCases from './017-feedback-cases.ts'
import * as declaredChanges from './018-declared-changes.ts'
import * as periodCloses from './019-period-closes.ts'
import * as receivedDossiers from './020-received-dossiers.ts'
import * as noticeMails from './021-notice-mails.ts'

/** In the order they are applied; a frozen one never changes, a new one is added below. */
export const migrations: Migration[] = [
  { name: '001-offices', up: offices.up },
  { name: '002-surveys', up: surveys.up },
  { name: '003-dossiers', up: dossiers.up },
  { name: '004-responses', up: responses.up },
  { name: '005-counts', up: counts.up },
  { name: '006-staff', up: staff.up },
  { name: '007-audit', up: audit.up },
  { name: '008-accounts', up: accounts.up },
  { name: '009-office-administration', up: officeAdministration.up },
  { name: '010-survey-versions', up: surveyVersions.up },
  { name: '011-print', up: print.up },
  { name: '012-desk-counts', up: deskCounts.up },
  { name: '013-released-counts', up: releasedCounts.up },
  { name: '014-flags', up: flags.up },
  { name: '015-comments', up: comments.up },
  { name: '016-kiosks', up: kiosks.up },
  { name: '017-feedback-cases', up: feedbackCases.up },
  { name: '018-declared-changes', up: declaredChanges.up },
  { name: '019-period-closes', up: periodCloses.up },
  { name: '020-received-dossiers', up: receivedDossiers.up },
  { name: '021-notice-mails', up: noticeMails.up },
]
