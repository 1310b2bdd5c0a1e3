"""How every form of ours is drawn (settings: FORM_RENDERER)."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Our own templates: errors on top with links to their fields, and each beside its field again."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
