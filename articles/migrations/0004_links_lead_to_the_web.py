from django.db import migrations, models

CONSTRAINTS = {
    "authorlink": ("url", "articles_author_link_to_the_web"),
    "image": ("licence_url", "articles_image_licence_on_the_web"),
    "relatedstory": ("url", "articles_related_to_the_web"),
}


def leads_to_the_web(field, name):
    return models.CheckConstraint(
        condition=models.Q((field, ""), (f"{field}__istartswith", "https://"), (f"{field}__istartswith", "http://"), _connector="OR"),
        name=name,
        violation_error_message="Enter a valid URL.",
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_editions_know_their_translations")]

    operations = [
        migrations.AddConstraint(model_name=model, constraint=leads_to_the_web(*names))
        for model, names in CONSTRAINTS.items()
    ]
