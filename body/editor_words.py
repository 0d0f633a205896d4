"""The words of the editor: of our buttons, messages and dialogs. CKEditor brings translations of its own."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# Those that a plural can be told apart by in the languages that we speak; Intl.PluralRules chooses.
_SAMPLES = {"one": 1, "few": 2, "many": 5, "other": 1000}


def words() -> dict[str, object]:
    return {
        "label": _("Text of the article"),
        # Buttons
        "text": _("Paragraph"),
        "heading2": _("Heading"),
        "heading3": _("Smaller heading"),
        "link": _("Link"),
        "unlink": _("Remove link"),
        "note": _("Footnote"),
        "image": _("Image"),
        "story": _("Story card"),
        "pullquote": _("Pull quote"),
        "quotes": _("Quotation marks"),
        "nbsp": _("Non-breaking space"),
        "language": _("Language of the passage"),
        "ownLanguage": _("The same as the article"),
        # The only one that browsers have no name for.
        "crh": _("Crimean Tatar"),
        "rowAfter": _("Add a row below"),
        "rowDelete": _("Delete this row"),
        "columnAfter": _("Add a column after this one"),
        "columnDelete": _("Delete this column"),
        # Embeds
        "imageLabel": _("Image %(number)s"),
        "storyLabel": _("Story card %(number)s"),
        "opaqueLabel": _("Embed: %(kind)s"),
        "post": _("Outside post"),
        "imageMissing": _("Image %(number)s is not here."),
        "storyMissing": _("Story %(number)s is not here."),
        "imageDefault": _("Caption of the image: %(caption)s"),
        "captionHere": _("Write a caption"),
        "quoteHere": _("Write the quotation"),
        "citeHere": _("Who said it"),
        "wide": _("Wide"),
        # What is said
        "noPictures": _("Pictures cannot be pasted. Use the button “Image” to upload one."),
        "badLink": _("A link cannot lead to this address."),
        "wouldLose": _(
            "The editor cannot show all of this text, so it was not opened. "
            "Here is the text itself, complete, with its HTML."
        ),
        "noEditor": _("The editor could not start. Here is the text itself, with its HTML."),
        # Where the page has no dialogs of its own
        "number": _("Number"),
        "alt": _("Alternative text, if another than the image has"),
        "layout": _("Width"),
        "normal": _("As wide as the text"),
        "kicker": _("Kicker"),
        "headline": _("Own headline"),
        "address": _("Address"),
        "linkText": _("Words"),
        "ok": _("Insert"),
        "cancel": _("Cancel"),
        # Counting
        "count": {form: ngettext("%(count)s word", "%(count)s words", number) for form, number in _SAMPLES.items()},
        "minutes": {
            form: ngettext("%(count)s minute to read", "%(count)s minutes to read", number)
            for form, number in _SAMPLES.items()
        },
    }


def characters() -> list[str | list[str]]:
    """What a newspaper needs and a keyboard has not. CKEditor knows the names of those written as entities."""
    return [
        *("&laquo;", "&raquo;", "&ldquo;", "&rdquo;", "&bdquo;", "&lsquo;", "&rsquo;", "&ndash;", "&mdash;"),
        ["…", _("Ellipsis")],
        ["•", _("Bullet")],
        *("&sect;", "&para;", "&copy;", "&reg;", "&trade;"),
        ["№", _("Numero sign")],
        ["₴", _("Hryvnia sign")],
        *("&euro;", "&pound;", "&yen;", "&cent;", "&deg;", "&plusmn;", "&times;", "&divide;"),
        ["−", _("Minus sign")],
        ["≈", _("About equal")],
        ["≠", _("Not equal")],
        ["≤", _("At most")],
        ["≥", _("At least")],
        ["‰", _("Per mille")],
        *("&frac14;", "&frac12;", "&frac34;", "&sup2;", "&sup3;"),
        ["←", _("Arrow to the left")],
        ["→", _("Arrow to the right")],
        ["↑", _("Arrow up")],
        ["↓", _("Arrow down")],
        *("&auml;", "&ouml;", "&uuml;", "&szlig;", "&agrave;", "&aacute;", "&acirc;", "&atilde;", "&aring;"),
        *("&aelig;", "&ccedil;", "&egrave;", "&eacute;", "&ecirc;", "&euml;", "&iacute;", "&icirc;", "&iuml;"),
        *("&ntilde;", "&oacute;", "&ocirc;", "&otilde;", "&oslash;", "&uacute;", "&ucirc;", "&yacute;"),
        ["ą", "ą"],
        ["ć", "ć"],
        ["č", "č"],
        ["ę", "ę"],
        ["ě", "ě"],
        ["ł", "ł"],
        ["ń", "ń"],
        ["ř", "ř"],
        ["ś", "ś"],
        ["š", "š"],
        ["ź", "ź"],
        ["ż", "ż"],
        ["ž", "ž"],
    ]
