"""What most papers about Ukraine want to be told of; editors switch off or rewrite what they do not."""

from django.db import migrations

WHY_NAME = "Ukrainian places are spelled after their Ukrainian names."
EN = [
    ("Kiev", "Kyiv", WHY_NAME),
    ("Lvov", "Lviv", WHY_NAME),
    ("Odessa", "Odesa", WHY_NAME),
    ("Kharkov", "Kharkiv", WHY_NAME),
    ("Chernigov", "Chernihiv", WHY_NAME),
    ("Nikolaev", "Mykolaiv", WHY_NAME),
    ("Zaporozhye", "Zaporizhzhia", WHY_NAME),
    ("Rovno", "Rivne", WHY_NAME),
    ("Vinnitsa", "Vinnytsia", WHY_NAME),
    ("Dnepropetrovsk", "Dnipro", WHY_NAME),
    ("Chernobyl", "Chornobyl", WHY_NAME),
    ("Dnieper", "Dnipro", WHY_NAME),
    ("Donbass", "Donbas", WHY_NAME),
    ("the Ukraine", "Ukraine", "The name of the country has no article."),
]
# Look for, write instead, why; the first is a regular expression.
UK = [
    (r"[Нн]а Україн[іу]", "в Україні, в Україну", "Про країну — «в»."),
    (r"[Пп]ри(?:й|йм)\p{L}* участь", "взяти участь", ""),
    (r"[Пп]о відношенню до", "щодо, стосовно", ""),
    (r"[Сс]лідуюч\p{L}*", "наступний, такий", ""),
    (r"[Мм]іроприємств\p{L}*", "захід", ""),
    (r"[Сс]півпада\p{L}*", "збігатися", ""),
    (r"[Уу]чбов\p{L}*", "навчальний", ""),
    (r"[Сс]ам\p{L}{2} кращ\p{L}*", "найкращий", ""),
    (r"[Пп]ротирічч\p{L}*", "суперечність", ""),
    (r"[Вв]ідмінити", "скасувати", "Скасовують рішення, а відміняють слова."),
    (r"[Вв] якості", "як", "«В якості» — лише про властивість речі."),
    (r"[Зз]аключ(?:ити|ив|или|ила) (?:договір|угоду|контракт)", "укласти", ""),
]


def add(apps, schema_editor):
    rule = apps.get_model("articles", "StyleRule").objects.get_or_create
    for pattern, suggestion, message in EN:
        values = {"suggestion": suggestion, "message": message}
        rule(language="en", pattern=pattern, is_regex=False, defaults=values)
    for pattern, suggestion, message in UK:
        values = {"suggestion": suggestion, "message": message}
        rule(language="uk", pattern=pattern, is_regex=True, defaults=values)


def remove(apps, schema_editor):
    rules = apps.get_model("articles", "StyleRule").objects
    rules.filter(language="en", is_regex=False, pattern__in=[row[0] for row in EN]).delete()
    rules.filter(language="uk", is_regex=True, pattern__in=[row[0] for row in UK]).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_preflight")]
    operations = [migrations.RunPython(add, remove)]
