### ما يراه القرّاء في الرسالة.

templates-kind = { $kind ->
    [statement] بيان
    [report_summary] ملخّص تقرير
    [project] مشروع
    [publication] إصدار
    [journal] مجلّة
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
templates-pdf-open = افتح ملف PDF
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
templates-read-online = اقرأ على الإنترنت
templates-website = الموقع الإلكتروني
templates-why = تصلك هذه الرسالة لأنك اشتركت في «{ $list }».
templates-unsubscribe = إلغاء الاشتراك
templates-unsubscribe-text = إذا لم تعد ترغب في تلقّي هذه الرسائل، يمكنك إلغاء الاشتراك هنا:

templates-confirm-subject = يُرجى تأكيد اشتراكك: { $list }
templates-confirm-preheader = بقيت خطوة واحدة: أكّد أنك أنت من طلب الاشتراك.
templates-confirm-heading = يُرجى تأكيد اشتراكك
templates-confirm-asked = طلب أحدهم، ونرجو أن تكون أنت، الاشتراك بهذا العنوان في «{ $list }».
templates-confirm-do = إذا كنت أنت من طلب ذلك، فيُرجى التأكيد. لن نراسلك قبل ذلك.
templates-confirm-button = نعم، أريد الاشتراك
templates-confirm-text = للتأكيد، افتح هذا العنوان:
templates-confirm-ignore = إذا لم تكن أنت من طلب ذلك، فلا حاجة إلى فعل أي شيء. لن نراسلك مرة أخرى.
templates-confirm-link-fallback = إذا لم يعمل الزر، فافتح هذا العنوان في متصفّحك:
