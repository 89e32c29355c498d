/** The form of PyPI's upload API, as twine sends it. */
import type { SampleFile } from '../recipe.ts';

/** Texts to add, or to replace; a list is sent as several texts with one name. */
export type FormTexts = Readonly<Record<string, string | readonly string[] | undefined>>;

export function uploadForm({ name, bytes }: SampleFile, texts: FormTexts = {}): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries({ ':action': 'file_upload', protocol_version: '1', ...texts }))
    for (const text of [value ?? []].flat()) form.append(key, text);
  form.append('content', new Blob([bytes]), name);
  return form;
}
