export { addIgnoreEntry, addNames, ignoreEntryFor, setReview, type ReviewDecision } from './edit.ts';
export { compileGlob } from './glob.ts';
export { applyIgnore, createFileMatcher, type FileMatcher, type Ignorable } from './ignore.ts';
export { parseForm, type FormProblem, type ParsedForm } from './form-file.ts';
export { formFileEnd, readOwnForms, type OwnForms } from './own-forms.ts';
export { parseSettings, type NamedForm, type ParsedSettings, type SettingsProblem } from './parse.ts';
export { reviewOf } from './review.ts';
export {
  emptySettings, overrideSettings, readSeverity, settingsFileName, settingsFor, severitySettings,
  type FileSettings, type SeveritySetting,
} from './settings.ts';
export { relativePath, settingsUris, uriBeside } from './uris.ts';
export { profileSeverity } from './profiles.ts';
