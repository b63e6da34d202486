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
   *[page] صفحة
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
   *[page] صفحات
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
templates-read-on = اقرأ النص كاملًا
templates-read-on-website = اقرأ على موقعنا
templates-pdf = PDF
templates-pdf-open = اقرأ عنه أو نزّله
templates-cover-of = غلاف «{ $title }»
templates-pdf-facts = { $pages ->
    [one] صفحة واحدة، { $size }
    [two] صفحتان، { $size }
    [few] { $pages } صفحات، { $size }
    [many] { $pages } صفحة، { $size }
   *[other] { $pages } صفحة، { $size }
}
templates-pdf-size = { $size }
templates-megabytes = { $size }{ "\u00A0" }ميغابايت
templates-kilobytes = { $size }{ "\u00A0" }كيلوبايت
templates-read = اقرأ المزيد عن الإصدار
templates-digest-more = { $count ->
    [one] وخبر آخر
    [two] وخبران آخران
    [few] و{ $count } أخبار أخرى
   *[other] و{ $count } خبرًا آخر
}
templates-follow-up-correction = تصحيح: { $subject }
templates-follow-up-recall = سحب رسالة: { $subject }
templates-download = نزّل ملف PDF
templates-partners = الشركاء
templates-when = متى
templates-where = أين
templates-how-to-come = كيف تصل
templates-about-event = المزيد عن الفعالية
templates-day-and-hour = { $day }، { $hour }
templates-from-hour-to-hour = من { $first } إلى { $last }
templates-from-day-to-day = من { $first } إلى { $last }
templates-act = شارك
templates-until = الموعد النهائي: { $date }
templates-counter = { $count ->
    [one] شارك شخص واحد حتى الآن
    [two] شارك شخصان حتى الآن
    [few] شارك { $count } أشخاص حتى الآن
    [many] شارك { $count } شخصًا حتى الآن
   *[other] شارك { $count } شخص حتى الآن
}
templates-counter-of = { $count ->
    [one] شارك شخص واحد حتى الآن، وهدفنا { $goal }
    [two] شارك شخصان حتى الآن، وهدفنا { $goal }
    [few] شارك { $count } أشخاص حتى الآن، وهدفنا { $goal }
    [many] شارك { $count } شخصًا حتى الآن، وهدفنا { $goal }
   *[other] شارك { $count } شخص حتى الآن، وهدفنا { $goal }
}
templates-counted-on = حتى { $date }.
templates-was-wrong = الخطأ
templates-is-right = الصواب
templates-corrects = هذا تصحيح لما نشرناه في:
templates-read-online = اقرأ على الإنترنت
templates-website = الموقع الإلكتروني
templates-why = تصلك هذه الرسالة لأنك اشتركت في «{ $list }».
templates-why-any = تصلك هذه الرسالة لأنك اشتركت في واحدة على الأقل من هذه القوائم: { $lists }.
templates-why-list = «{ $list }»
templates-unsubscribe = إلغاء الاشتراك
templates-unsubscribe-text = للتوقف عن تلقّي هذه الرسائل، ألغِ اشتراكك هنا:
templates-preferences = التفضيلات
templates-preferences-text = لتغيير لغة الرسائل أو الاسم أو القوائم:

templates-confirm-subject = يُرجى تأكيد اشتراكك: { $list }
templates-confirm-preheader = بقيت خطوة واحدة: أكّد أنك أنت من طلب الاشتراك.
templates-confirm-heading = يُرجى تأكيد اشتراكك
templates-confirm-asked = طلب أحدهم، ونرجو أن تكون أنت، الاشتراك بهذا العنوان في «{ $list }».
templates-confirm-asked-several = طلب أحدهم، ونرجو أن تكون أنت، الاشتراك بهذا العنوان في هذه القوائم: { $lists }.
templates-confirm-unwanted = ولا يريد رسائل عن هذه المواضيع: { $topics }.
templates-confirm-do = إذا كنت أنت من طلب ذلك، فيُرجى التأكيد. لن نراسلك مرة أخرى قبل أن تؤكّد.
templates-confirm-button = نعم، أريد الاشتراك
templates-confirm-text = للتأكيد، افتح هذا العنوان:
templates-confirm-ignore = إذا لم تكن أنت من طلب ذلك، فلا حاجة إلى فعل شيء. لن نراسلك مرة أخرى. ولكيلا يطلب أحد ذلك بعنوانك من جديد، افتح الرابط نفسه واضغط «لست أنا».
templates-confirm-link-fallback = إذا لم يعمل الزر، فافتح هذا العنوان في متصفّحك:

templates-address-question-subject = يُرجى تأكيد عنوانك الجديد
templates-address-question-preheader = بقيت خطوة واحدة: أكّد أن هذا العنوان لك.
templates-address-question-heading = يُرجى تأكيد عنوانك الجديد
templates-address-question-asked = طلب أحدهم، ونرجو أن تكون أنت، أن نرسل رسائل «{ $organisation }» من الآن فصاعدًا إلى هذا العنوان.
templates-address-question-do = إذا كنت أنت من طلب ذلك، فيُرجى التأكيد. لن يتغيّر شيء قبل أن تؤكّد.
templates-address-question-button = نعم، راسلوني هنا
templates-address-question-text = للتأكيد، افتح هذا العنوان:
templates-address-question-ignore = إذا لم تكن أنت من طلب ذلك، فلا حاجة إلى فعل شيء. لن يصلك شيء من دون تأكيدك.

templates-address-notice-subject = هل يُغيَّر عنوانك؟
templates-address-notice-preheader = إذا لم تكن أنت من طلب ذلك، فبإمكانك إيقافه.
templates-address-notice-heading = هل يُغيَّر عنوانك؟
templates-address-notice-asked = طلب أحدهم، ونرجو أن تكون أنت، أن نرسل رسائل «{ $organisation }» إلى عنوان آخر بدلًا من هذا العنوان. ويجب تأكيد ذلك من العنوان الآخر.
templates-address-notice-do = إذا كنت أنت من طلب ذلك، فلا حاجة إلى فعل شيء. وإذا لم تكن أنت، فيُرجى إخبارنا:
templates-address-notice-button = لست أنا
templates-address-notice-text = إذا لم تكن أنت، فافتح هذا العنوان:
templates-address-notice-ignore = هذا ممكن أيضًا إذا كان العنوان الآخر قد تأكّد: عندئذ لا نرسل إليه شيئًا بعد ذلك، ويمكنك الاشتراك من جديد بهذا العنوان.

templates-welcome-subject = أهلًا بك بين المشتركين: { $list }
templates-welcome-preheader = تأكّد اشتراكك.
templates-welcome-heading = أهلًا بك
templates-welcome-done = تأكّد اشتراكك في «{ $list }». شكرًا لك.
templates-welcome-promise = لا نراسلك إلا حين يكون لدينا ما نقوله، ولا نعطي عنوانك لأحد.
templates-welcome-leave = يمكنك إلغاء الاشتراك في أي وقت بنقرة واحدة:
templates-welcome-visit = زُر موقعنا

templates-still-wanted-subject = هل ما زلت ترغب في رسائلنا؟
templates-still-wanted-preheader = لم نسمع منك منذ مدة طويلة.
templates-still-wanted-heading = هل ما زلت ترغب في رسائلنا؟
templates-still-wanted-asked = تصلك رسائل منّا: «{ $list }». نحن لا نسجّل من يفتح رسائلنا، ولذلك لا نعرف إن كنت ما زلت ترغب فيها.
templates-still-wanted-do = يُرجى إخبارنا. لن يستغرق ذلك سوى لحظة.
templates-still-wanted-button = نعم أم لا: أجب هنا
templates-still-wanted-text = للإجابة، افتح هذا العنوان:
templates-still-wanted-nothing = إذا لم تُجب فلن يتغيّر شيء: ستبقى رسائلنا تصلك.
templates-still-wanted-until = آخر يوم للإجابة هو { $day }. إذا لم تُجب حتى ذلك اليوم فسنزيلك من هذه القائمة.
