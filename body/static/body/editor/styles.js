/* Paragraph and headings: three buttons that show what the caret stands in. */

const STYLES = [
  ["BodyText", "p", "text"],
  ["BodyHeading2", "h2", "heading2"],
  ["BodyHeading3", "h3", "heading3"],
];

export function define(editor, { words }) {
  STYLES.forEach(([name, element, label], index) => {
    const style = new CKEDITOR.style({ element });
    const command = name.toLowerCase();
    editor.addCommand(command, new CKEDITOR.styleCommand(style, { requiredContent: element }));
    editor.attachStyleStateChange(style, (state) => editor.getCommand(command).setState(state));
    editor.ui.addButton(name, { label: words[label], command, isToggle: true });
    // Ctrl+Alt and 0, 2 or 3, as word processors have it
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 48 + (index && index + 1), command);
  });
}
