"""What a browser would send back from the desk's forms."""


def form_data(response):
    """Every field of the form and of its inlines, as the page shows them; line ends as browsers send them."""
    context = response.context
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    forms = [context["adminform"].form, *(form for formset in formsets for form in formset.forms)]
    data = {bound.html_name: bound.value() for formset in formsets for bound in formset.management_form}
    for bound in (bound for form in forms for bound in form):
        value = bound.value()
        if value is True:
            data[bound.html_name] = "on"
        elif isinstance(value, list):
            data[bound.html_name] = ", ".join(str(tag) for tag in value)
        elif value is not None and value is not False and value != "":
            data[bound.html_name] = str(getattr(value, "pk", value)).replace("\r\n", "\n").replace("\n", "\r\n")
    return data
