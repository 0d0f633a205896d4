"""The forms of ads: one for own pictures, one for what providers ask to have in the page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ads import providers
from ads.models import Ad, Snippet
from articles.admin.forms import WhenField
from articles.admin.widgets import Pick

SECTIONS = forms.CheckboxSelectMultiple


class AdForm(forms.ModelForm):
    """An own ad: the picture is chosen in a dialog, as on the article's form."""

    begins = WhenField(label=_("From"))
    ends = WhenField(label=_("To"), required=False, help_text=_("Empty: until it is switched off."))

    class Meta:
        model = Ad
        fields: tuple[str, ...] = ()  # the admin's fieldsets name them
        widgets = {"sections": SECTIONS}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "image" in self.fields:
            self.fields["image"].widget = Pick("image")
        for name in {"image", "link", "alt_text"} & self.fields.keys():
            self.fields[name].required = True

    def clean_image(self) -> Any:
        image = self.cleaned_data["image"]
        if image and image.height > image.width:
            words = _("This picture is higher than it is wide; it would push everything else off the screen.")
            raise ValidationError(words, code="too-high")
        return image


class SnippetForm(forms.ModelForm):
    """What a provider needs in the page, as far as the operator lets the provider in."""

    provider = forms.ChoiceField(label=_("Provider"), help_text=_("Of those that the operator has named."))
    begins = WhenField(label=_("From"))
    ends = WhenField(label=_("To"), required=False, help_text=_("Empty: until it is switched off."))

    class Meta:
        model = Snippet
        fields: tuple[str, ...] = ()
        widgets = {"sections": SECTIONS, "attributes": forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "provider" in self.fields:
            # one that was taken away since is still shown, and is refused when the form is saved
            known = dict.fromkeys([*providers.names(), *filter(None, [self.instance.provider])])
            choice: Any = self.fields["provider"]
            choice.choices = [("", "---------"), *((name, name) for name in known)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        provider = data.get("provider", "")
        if provider and provider not in providers.names():
            self.add_error("provider", _("The operator lets this provider in no more."))
            return data
        for name, directive in (("script", providers.SCRIPT), ("frame", providers.FRAME)):
            if data.get(name) and provider and not providers.lets_in(provider, directive, data[name]):
                words = _("The operator has not named this host for this provider (%(directive)s).")
                self.add_error(name, ValidationError(words, code="host", params={"directive": directive}))
        if not data.get("script") and not data.get("frame") and not {"script", "frame"} & self.errors.keys():
            self.add_error("script", ValidationError(_("Give a script or a frame."), code="nothing"))
        return data
