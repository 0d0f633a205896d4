/* A sentence over the editor, seen and heard. */
export const say = (editor, sentence) =>
  editor.showNotification(CKEDITOR.tools.htmlEncode(sentence), "warning", 8000);
