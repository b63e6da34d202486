### ما يراه القرّاء في الرسالة.

templates-kind = { $kind ->
    [statement] بيان
    [report_summary] ملخّص تقرير
    [project] مشروع
    [publication] إصدار
    [journal] مجلّة
    [event] فعالية
    [appeal] نداء
    [correction] تصحيح
   *[page] خلفية
}
templates-kinds = { $kind ->
    [statement] بيانات
    [report_summary] ملخّصات تقارير
    [project] مشاريع
    [publication] إصدارات
    [journal] مجلّات
    [event] فعاليات
    [appeal] نداءات
    [correction] تصحيحات
   *[page] خلفية
}
templates-in-language = { $code ->
    [en] بالإنجليزية
    [sl] بالسلوفينية
    [ar] بالعربية
    [fa] بالفارسية
    [hr] بالكرواتية
    [bs] بالبوسنية
    [sr] بالصربية
    [de] بالألمانية
    [it] بالإيطالية
    [fr] بالفرنسية
   *[other] اللغة: { $name }
}
templates-contents = في هذا العدد
templates-read-on = تابع القراءة
templates-read-on-website = اقرأ على موقعنا
templates-pdf = PDF
templates-pdf-open = اقرأ عنه ونزّله
templates-cover-of = غلاف «{ $title }»
templates-pdf-facts = { $pages ->
    [one] صفحة واحدة، { $size }
    [two] صفحتان، { $size }
    [few] { $pages } صفحات، { $size }
    [many] { $pages } صفحة، { $size }
   *[other] { $pages } صفحة، { $size }
}
templates-pdf-size = { $size }
templates-megabytes = { $size } ميغابايت
templates-kilobytes = { $size } كيلوبايت
templates-read = اقرأ
templates-download = تنزيل ملف PDF
templates-partners = الشركاء
templates-when = متى
templates-where = أين
templates-how-to-come = كيفية الوصول
templates-about-event = المزيد عن الفعالية
templates-day-and-hour = { $day }، { $hour }
templates-from-hour-to-hour = من { $first } إلى { $last }
templates-from-day-to-day = من { $first } إلى { $last }
templates-act = شارك
templates-until = آخر يوم: { $date }
templates-counter = { $count ->
    [zero] لم يشارك أحد بعد
    [one] شارك شخص واحد حتى الآن
    [two] شارك شخصان حتى الآن
    [few] شارك { $count } أشخاص حتى الآن
    [many] شارك { $count } شخصًا حتى الآن
   *[other] شارك { $count } شخص حتى الآن
}
templates-counter-of = { $count ->
    [zero] لم يشارك أحد بعد، والهدف { $goal }
    [one] شارك شخص واحد حتى الآن، والهدف { $goal }
    [two] شارك شخصان حتى الآن، والهدف { $goal }
    [few] شارك { $count } أشخاص حتى الآن، والهدف { $goal }
    [many] شارك { $count } شخصًا حتى الآن، والهدف { $goal }
   *[other] شارك { $count } شخص حتى الآن، والهدف { $goal }
}
templates-counted-on = العدد بتاريخ { $date }.
templates-was-wrong = ما كان خطأ
templates-is-right = الصحيح
templates-corrects = هذا تصحيح لما ورد في:
templates-read-online = اقرأ على الإنترنت
templates-website = الموقع الإلكتروني
templates-why = تصلك هذه الرسالة لأنك اشتركت في «{ $list }».
templates-unsubscribe = إلغاء الاشتراك
templates-unsubscribe-text = إذا لم تعد ترغب في تلقّي هذه الرسائل، يمكنك إلغاء الاشتراك هنا:
templates-preferences = التفضيلات
templates-preferences-text = لتغيير لغة الرسائل أو الاسم أو القوائم:

templates-confirm-subject = يُرجى تأكيد اشتراكك: { $list }
templates-confirm-preheader = بقيت خطوة واحدة: أكّد أنك أنت من طلب الاشتراك.
templates-confirm-heading = يُرجى تأكيد اشتراكك
templates-confirm-asked = طلب أحدهم، ونرجو أن تكون أنت، الاشتراك بهذا العنوان في «{ $list }».
templates-confirm-do = إذا كنت أنت من طلب ذلك، فيُرجى التأكيد. لن نراسلك قبل ذلك.
templates-confirm-button = نعم، أريد الاشتراك
templates-confirm-text = للتأكيد، افتح هذا العنوان:
templates-confirm-ignore = إذا لم تكن أنت من طلب ذلك، فلا حاجة إلى فعل أي شيء. لن نراسلك مرة أخرى.
templates-confirm-link-fallback = إذا لم يعمل الزر، فافتح هذا العنوان في متصفّحك:

templates-welcome-subject = أهلًا بك: { $list }
templates-welcome-preheader = تم تأكيد اشتراكك.
templates-welcome-heading = أهلًا بك
templates-welcome-done = تم تأكيد اشتراكك في «{ $list }». شكرًا لك.
templates-welcome-promise = نراسلك حين يكون لدينا ما نقوله، ولا نعطي عنوانك لأحد.
templates-welcome-leave = يمكنك إلغاء الاشتراك متى شئت، بنقرة واحدة:
templates-welcome-visit = زُر موقعنا
