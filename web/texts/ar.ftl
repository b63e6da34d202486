# الويب: نصوص القرّاء.

web-skip = انتقل إلى المحتوى
web-languages = اللغات
web-go-back = رجوع
web-site-name = Bilten

web-error-typed = ما كنتم قد كتبتموه
web-error-400-title = تعذّرت قراءة الطلب
web-error-400 = أرسل متصفّحك شيئًا تالفًا أو بصيغة لا تعرفها هذه الصفحة. لم يتغيّر شيء. ارجع وحاول مرة أخرى.
web-error-403-title = غير مسموح
web-error-403 = ليس لديك صلاحية الوصول إلى هذه الصفحة. لم يتغيّر شيء. سجّل الدخول أو اطلب ذلك ممّن يملك الصلاحية.
web-error-404-title = الصفحة غير موجودة
web-error-404 = لا توجد صفحة في هذا العنوان. ربما كان العنوان مبتورًا أو مكتوبًا بشكل خاطئ. لم يتغيّر شيء. تحقّق من الرابط الذي أوصلك إلى هنا.
web-error-405-title = غير ممكن بهذه الطريقة
web-error-405 = هذه الصفحة لا تقبل ما أرسله متصفّحك. لم يتغيّر شيء. ارجع واستخدم أزرار الصفحة.
web-error-409-title = تغيّر شيء
web-error-409 = تغيّر شيء منذ أن فتحت الصفحة، لذلك لم يُنفَّذ شيء. أعد تحميل الصفحة وتحقّق من جديد.
web-error-413-title = البيانات كبيرة جدًّا
web-error-413 = ما أرسلته كبير جدًّا. لم يتغيّر شيء. أرسل بيانات أقل.
web-error-422-title = لا يمكن استخدام هذه البيانات
web-error-422 = جزء ممّا أرسلته لا يمكن استخدامه. لم يتغيّر شيء. ارجع وراجع البيانات ثم حاول مرة أخرى.
web-error-429-title = محاولات كثيرة
web-error-429 = وصلت طلبات كثيرة جدًّا من اتصالك. لم يتغيّر شيء. حاول مرة أخرى لاحقًا.
web-error-500-title = حدث خلل
web-error-500 = حدث خلل من جهتنا. لم يُنفَّذ شيء ناقصًا. حاول مرة أخرى بعد بضع دقائق، وإذا تكرّر الأمر فأرسل إلينا هذا الرمز: { $reference }
web-error-503-title = غير متاح الآن
web-error-503 = هذه الصفحة غير متاحة الآن. لم يُفقد شيء. حاول مرة أخرى بعد بضع دقائق.

web-unsubscribe-title = إلغاء الاشتراك
web-unsubscribe-question = هل تريد التوقف عن تلقّي رسائل قائمة «{ $list }»؟
web-unsubscribe-button = نعم، أريد إلغاء اشتراكي
web-unsubscribe-nothing-yet = لم يتغيّر شيء بعد. إذا وصلت إلى هنا بالخطأ فأغلق هذه الصفحة.
web-unsubscribed-title = أُلغي اشتراكك
web-unsubscribed = لن تصلك بعد الآن رسائل من قائمة «{ $list }». قد تصلك رسالة كانت في طريقها إليك.
web-unsubscribed-again = إذا رغبت يومًا في العودة فاشترك من جديد؛ لا يستطيع أحد غيرك فعل ذلك.
web-unsubscribe-how-title = كيفية إلغاء الاشتراك
web-unsubscribe-how = هذه نسخة عامة من الرسالة أو رسالة تجريبية، لذلك لا نعرف من أنت. استخدم رابط إلغاء الاشتراك في نهاية أي رسالة أرسلناها إليك. إذا لم تجده فردّ على أي رسالة منّا وسنلغي اشتراكك.

web-left-keep = أريد الاستمرار في تلقّي رسائل قائمة «{ $list }».
web-left-undo = تراجع عن إلغاء الاشتراك
web-resubscribed-title = عدت إلى القائمة
web-resubscribed = ستصلك رسائل قائمة «{ $list }» من جديد.
web-left-why = هل تخبرنا بالسبب؟
web-left-why-hint = هذا اختياري. نحسب فقط عدد المرات التي ذُكر فيها كل سبب، لا من ذكره.
web-left-too_many = الرسائل كثيرة
web-left-not_relevant = محتواها لا يهمّني
web-left-not_asked = لا أتذكّر أنني اشتركت
web-left-other_way = أتابعكم بطرق أخرى
web-left-other = سبب آخر
web-left-tell = أرسل
web-left-thanks = شكرًا لك.
web-preferences-title = تفضيلاتك
web-preferences-lead = اختر ما تريد تلقّيه وبأي لغة. لن يتغيّر شيء قبل الحفظ.
web-preferences-lists = القوائم
web-preferences-lists-hint = أزل العلامة عن قائمة لتتوقف رسائلها.
web-preferences-no-lists = لست مشتركًا في أي قائمة يمكننا عرضها هنا.
web-preferences-fields = عنك
web-preferences-fields-hint = لست مضطرًّا إلى تعبئة هذه الحقول. تساعدنا على أن نكتب إليك بما يهمّك.
web-preferences-topics = المواضيع
web-preferences-topics-hint = أزل العلامة عن موضوع لتتوقف الرسائل التي تخصّه وحده.
web-preferences-frequency-hint = مرة في الأسبوع أو في الشهر يصلك كل ما ننشره عن الموضوع في رسالة واحدة. وما لا يحتمل الانتظار يصل الجميع فورًا.
web-frequency-at_once = فورًا
web-frequency-weekly = مرة في الأسبوع، في رسالة واحدة
web-frequency-monthly = مرة في الشهر، في رسالة واحدة
web-frequency-never = أبدًا
web-frequency-kept-weekly = اخترت مرة في الأسبوع. لا نرسل حاليًّا رسالة أسبوعية عن هذا الموضوع، لذلك تصلك هذه الرسائل فورًا. اختيارك محفوظ لدينا.
web-frequency-kept-monthly = اخترت مرة في الشهر. لا نرسل حاليًّا رسالة شهرية عن هذا الموضوع، لذلك تصلك هذه الرسائل فورًا. اختيارك محفوظ لدينا.
web-preferences-join = قوائم أخرى
web-preferences-join-hint = ضع علامة على قائمة للاشتراك فيها. سنرسل إليك رسالة لتأكيد الاشتراك.
web-preferences-asked = نرسل إليك رسالة: أكّد فيها أنك تريد «{ $list }».
web-preferences-pause = لا رسائل قبل هذا اليوم
web-preferences-pause-hint = تبقى مشتركًا في قوائمك وتصلك الرسائل من جديد ابتداءً من ذلك اليوم. اترك الحقل فارغًا إذا كنت لا تريد التوقف.
web-preferences-paused = لن تصلك رسائل قبل { $day }. لتصلك الآن من جديد، أفرغ هذا الحقل واحفظ.
web-preferences-mails = رسائل للمشتركين فقط
web-preferences-mails-hint = هذه الروابط صالحة ليوم واحد. افتح هذه الصفحة من جديد للحصول على روابط جديدة.
web-preferences-save = احفظ
web-preferences-saved = حُفظت التغييرات. تسري ابتداءً من الرسالة القادمة.
web-preferences-nothing-saved = لم يتغيّر شيء. صحّح البيانات واحفظ من جديد.
web-preferences-leave-hint = للتوقف عن تلقّي كل رسائلنا، استخدم هذا الزر. وهو يشمل أيضًا القوائم غير المعروضة هنا.
web-preferences-leave = أريد إلغاء اشتراكي في كل شيء
web-preferences-how = هذه نسخة عامة من الرسالة أو رسالة تجريبية، لذلك لا نعرف من أنت. استخدم رابط التفضيلات في نهاية أي رسالة أرسلناها إليك؛ وهو خاص بك وحدك.
web-left-everything = أُلغي اشتراكك في جميع قوائمنا. قد تصلك رسالة كانت في طريقها إليك.
web-clicks-privacy = نَعُدّ مرات فتح الروابط في رسائلنا: رقم واحد في اليوم لكل رابط، مشترك بين جميع القرّاء. ولا نسجّل من فتحه.

web-preferences-data = اقرأ بياناتك أو نزّلها
web-preferences-address = غيّر عنوان بريدك الإلكتروني
web-address-title = عنوان بريد إلكتروني آخر
web-address-lead = إلى أين تريد أن نرسل رسائلنا من الآن فصاعدًا؟ سنرسل رابطًا إلى العنوان الجديد. لن يتغيّر شيء قبل أن تؤكّد هناك.
web-address-new = عنوان البريد الإلكتروني الجديد
web-address-told = نُعلم عنوانك الحالي أيضًا بهذا الطلب، لكيلا يفعل أحد ذلك من دونك.
web-address-kept = تبقى في قوائمك بمواضيعك ومدة التوقف. وإذا طُلب منا من قبل ألّا نراسل العنوان الجديد فإن ذلك يبقى ساريًا.
web-address-button = أرسل الرابط
web-address-asked-title = تفقّد بريدك الإلكتروني
web-address-asked = إذا كان بإمكاننا إرسال رسائلك إلى العنوان الجديد، فإن رسالة فيها رابط في طريقها إليه، ولا يتلقّى أحد رسالة ثانية في اليوم نفسه. تفقّد أيضًا البريد غير المرغوب فيه. وإذا لم يصل شيء، فربما كان العنوان مشتركًا بالفعل أو طُلب منا ذات مرة ألّا نراسله: عندئذ اشترك به وألغِ اشتراك هذا العنوان.
web-address-confirm-title = أكّد عنوانك الجديد
web-address-wording = نعم، هذا عنواني. أرسلوا إليّ هنا رسائل القوائم التي اشتركت فيها، لا إلى عنواني السابق.
web-address-confirm = أؤكّد
web-address-nothing-yet = لم يتغيّر شيء بعد. إذا لم تكن أنت من طلب ذلك فأغلق هذه الصفحة.
web-address-changed-title = تغيّر عنوانك
web-address-changed = ستصلك رسائلنا من الآن على هذا العنوان. أما الرسائل الأقدم في عنوانك السابق فلا تعمل فيها إلا روابط إلغاء الاشتراك.
web-address-refuse-title = إبقاء عنواني
web-address-refuse-question = ألم تطلب أن نراسل عنوانًا آخر؟ ارفض ذلك بهذا الزر.
web-address-refuse-hint = إذا كان العنوان الآخر قد تأكّد، فلن نرسل إليه شيئًا بعد ذلك، ويمكنك الاشتراك من جديد.
web-address-refuse = لست أنا
web-address-refused-title = شكرًا لإخبارنا
web-address-refused = يبقى عنوانك كما هو. ولم يعد رابط تغييره صالحًا.
web-address-refused-late = كان العنوان قد تغيّر. لن نرسل شيئًا بعد الآن إلى العنوان الآخر. لتصلك رسائلنا من جديد، اشترك بعنوانك.
web-own-data-title = بياناتك
web-own-data-lead = هذا ما نعرفه عنك. يمكنك طباعة الصفحة أو تنزيل البيانات في ملف تقرؤه برامج أخرى.
web-own-data-not-in-it = يستطيع فتحَ هذه الصفحة كلُّ من لديه رسالة أرسلناها إليك. لذلك لا تظهر فيها القوائم التي نحمي قرّاءها، ما عدا القائمة التي جاءت منها الرسالة، ولا ما دوّنه زملاؤنا. إذا أردت ذلك أيضًا فردّ على أي رسالة منّا.
web-own-data-person = عنك
web-own-data-file = نزّل البيانات في ملف (JSON)
web-own-data-back = العودة إلى تفضيلاتك
web-erase-title = محو بياناتي
web-erase-lead = هل تريد أن نمحو كل ما نعرفه عنك؟ لا يمكن التراجع عن ذلك.
web-erase-what-goes = سنمحو عنوانك واسمك ولغتك وقوائمك ومواضيعك ومدة التوقف، وما وافقت عليه ومتى، وما دوّنه زملاؤنا. ولن تصلك رسائل منّا بعد ذلك.
web-erase-what-stays = يبقى عدد الرسائل المرسلة وتسجيلٌ بأن بيانات قد مُحيت، وكلاهما من دون اسمك، ويبقى رمز مشتق من عنوانك بمفتاح سري. لا يستطيع أحد قراءة العنوان منه. به نعرف أنك لا تريد منّا شيئًا إذا ورد عنوانك في ملف أو إذا اضطررنا إلى استعادة نسخة احتياطية أقدم. أما النسخ الاحتياطية حتى اليوم فتبقى فيها بياناتك إلى أن تُحذف تلك النسخ.
web-erase-instead = إذا كنت تريد إيقاف الرسائل فقط، فألغِ اشتراكك في كل شيء من صفحة تفضيلاتك.
web-erase-nothing-yet = لم يُمحَ شيء بعد. إذا وصلت إلى هنا بالخطأ فأغلق هذه الصفحة.
web-erase-button = نعم، امحوا بياناتي
web-erased-title = مُحيت بياناتك
web-erased = محونا بياناتك، ولن تصلك رسائل منّا بعد الآن. قد تصلك رسالة كانت في طريقها إليك.
web-export-address = عنوان البريد الإلكتروني
web-export-name = الاسم
web-export-language = اللغة
web-export-since = منذ
web-export-lists = القوائم
web-export-list = القائمة
web-export-status = الحالة
web-export-consent = الموافقة
web-export-action = ما حدث
web-export-method = كيف
web-export-wording = النص
web-export-wording_version = نسخة النص
web-export-at = متى
web-export-suppressions = المنع
web-export-reason = السبب
web-export-opted-out = إلغاء الاشتراك في كل الرسائل
web-export-deliveries = الرسائل
web-export-campaign = الحملة
web-export-outcome = نتيجة التسليم
web-export-sign-up-emails = رسائل الاشتراك
web-export-purpose = الغرض
web-export-purpose-confirmation = طلب التأكيد
web-export-purpose-welcome = الترحيب
web-export-purpose-address_confirmation = طلب تأكيد عنوان جديد
web-export-purpose-address_notice = إشعار بعنوان جديد
web-export-suppressed-bounced = عادت الرسائل من دون تسليم
web-export-suppressed-complained = عُلّمت الرسالة على أنها غير مرغوب فيها
web-export-suppressed-provider_unsubscribed = إلغاء الاشتراك لدى مزوّد البريد
web-export-suppressed-staff = بقرار من زملائنا
web-export-topics = المواضيع
web-export-topic = الموضوع
web-export-frequency = كم مرة
web-export-frequency-at_once = فورًا
web-export-frequency-weekly = أسبوعيًّا
web-export-frequency-monthly = شهريًّا
web-export-frequency-never = أبدًا
web-export-tags = الوسوم
web-export-tag = الوسم
web-export-said_elsewhere_at = قيل في مكان آخر بحسب الاستيراد
web-export-fields = الحقول
web-export-field = الاسم المختصر للحقل
web-export-label = الحقل
web-export-value = القيمة
web-export-pauses = التوقف المؤقت
web-export-until = حتى
web-export-notes = الملاحظات
web-export-text = نص الملاحظة
web-export-acts = ما فعله زملاؤنا
web-export-looks = متى اطّلع زملاؤنا على البيانات
web-export-purpose-person_looked_at = بيانات الشخص: للعناية ببياناته أو باشتراكه أو بما يُرسل إليه
web-export-purpose-copy_looked_at = نسخة من رسالة: لمعرفة ما أُرسل
web-subscription-pending = لم يُؤكَّد بعد
web-subscription-confirmed = مشترك
web-subscription-unsubscribed = أُلغي الاشتراك

web-confirm-title = تأكيد الاشتراك
web-confirm-wording = نعم، أريد تلقّي رسائل قائمة «{ $list }» على هذا العنوان. يمكنني إلغاء الاشتراك في أي وقت عبر الرابط الموجود في كل رسالة.
web-confirm-unwanted = لا أريد الرسائل التي تخصّ هذه المواضيع وحدها:
web-confirm-left-out = لم تعد القائمة «{ $list }» تقبل اشتراكات جديدة، لذلك استُبعدت.
web-confirm-left-out-nameless = لم تعد إحدى القوائم المطلوبة تقبل اشتراكات جديدة، لذلك استُبعدت.
web-confirm-button = أؤكّد
web-confirm-nothing-yet = إذا لم تكن أنت من طلب الاشتراك فاضغط هذا الزر: لن يستطيع أحد طلب { $count ->
    [1] هذه القائمة
   *[other] هذه القوائم
  } بعنوانك لمدة ثلاثة أشهر. ولن تتلقّى شيئًا من دون تأكيدك.
web-confirm-reject = لست أنا
web-rejected-title = شكرًا لإخبارنا
web-rejected = لن تتلقّى منا شيئًا. ولن يُقبل هذا العنوان { $count ->
    [1] لهذه القائمة
   *[other] لهذه القوائم
  } لمدة ثلاثة أشهر.
web-confirmed-title = شكرًا، تأكّد اشتراكك
web-confirmed = ستصلك من الآن رسائل قائمة «{ $list }». في كل رسالة رابط لإلغاء الاشتراك.
web-confirmed-more = اختر المواضيع واللغة أو أوقف الرسائل مؤقّتًا
web-still-wanted-title = هل ما زلت ترغب في هذه الرسائل؟
web-still-wanted-asked = تصلك رسائل منّا: «{ $list }».
web-still-wanted-wording = نعم، ما زلت أرغب في تلقّي هذه الرسائل: «{ $list }». يمكنني إلغاء الاشتراك في أي وقت عبر الرابط الموجود في كل رسالة.
web-still-wanted-yes = نعم، واصلوا إرسالها
web-still-wanted-no = لا، أريد إلغاء اشتراكي
web-still-wanted-nothing-yet = لم يتغيّر شيء بعد. لا يتغيّر شيء إلا إذا ضغطت أحد الزرّين.
web-still-wanted-kept-title = شكرًا لك
web-still-wanted-kept = ستبقى هذه الرسائل تصلك: «{ $list }». في كل رسالة رابط لإلغاء الاشتراك.

web-subscribe-title = الاشتراك: { $list }
web-subscribe-lead = سنرسل إليك رسالة واحدة فيها رابط. لا يكتمل اشتراكك إلا بعد أن تفتح الرابط وتؤكّد.
web-subscribe-address = عنوان البريد الإلكتروني
web-subscribe-name = الاسم (اختياري)
web-subscribe-language = لغة الرسائل
web-subscribe-honeypot = اترك هذا الحقل فارغًا
web-subscribe-wording = أطلب تلقّي رسائل قائمة «{ $list }». أؤكّد ذلك أولًا عبر رابط يصل إلى عنواني، ويمكنني إلغاء الاشتراك في أي وقت.
web-subscribe-also = قوائمنا الأخرى
web-subscribe-topics-hint = أزل العلامة عمّا لا تريد رسائل عنه. يمكنك تغيير ذلك لاحقًا.
web-subscribe-button = اشترك
web-subscribe-refused = لا يمكننا استخدام ما كتبته. تحقّق من وجود خطأ في كتابة عنوان البريد الإلكتروني. لم يُحفظ شيء. صحّحه وأرسله مرة أخرى.
web-subscribe-asked-title = تفقّد بريدك الإلكتروني
web-subscribe-asked = إذا كان العنوان صحيحًا وغير موجود بعد في قائمة «{ $list }»، فإن رسالة فيها رابط التأكيد في طريقها إليه. تفقّد أيضًا البريد غير المرغوب فيه. وإذا كنت مشتركًا بالفعل فلن يتغيّر شيء.
web-subscribe-asked-several = إذا كان العنوان صحيحًا، فإن رسالة واحدة فيها رابط التأكيد في طريقها إليه، تخصّ ما ليس العنوان مسجّلًا فيه بعد من هذه القوائم:
web-subscribe-asked-spam = تفقّد أيضًا البريد غير المرغوب فيه. ولن يتغيّر شيء في القوائم التي أنت مشترك فيها بالفعل.
web-sign-up-busy = يطلب الاشتراكَ الآن عدد كبير جدًّا من الناس. لم يُحفظ شيء. { $minutes ->
    [one] حاول مرة أخرى بعد دقيقة واحدة.
    [two] حاول مرة أخرى بعد دقيقتين.
    [few] حاول مرة أخرى بعد { $minutes } دقائق.
    [many] حاول مرة أخرى بعد { $minutes } دقيقة.
   *[other] حاول مرة أخرى بعد { $minutes } دقيقة.
  }
web-sign-up-too-many = طلب الاشتراكَ عبر شبكتك عدد كبير جدًّا من الناس. لم يُحفظ شيء. { $minutes ->
    [one] حاول مرة أخرى بعد دقيقة واحدة.
    [two] حاول مرة أخرى بعد دقيقتين.
    [few] حاول مرة أخرى بعد { $minutes } دقائق.
    [many] حاول مرة أخرى بعد { $minutes } دقيقة.
   *[other] حاول مرة أخرى بعد { $minutes } دقيقة.
  }
web-proof-title = لا تريد الانتظار؟
web-proof-lead = يمكن لجهازك أن يُجري حسابًا صغيرًا يبيّن أنك لست برنامجًا يسجّل الناس بالآلاف. يستغرق ذلك بضع ثوانٍ، ولا يُرسل شيء عنك إلى أي جهة أخرى.
web-proof-label = لست روبوتًا
web-proof-working = جارٍ الحساب…
web-proof-done = انتهى الحساب. يمكنك الاشتراك الآن.
web-proof-needed = ضع علامة هنا أولًا.
web-proof-failed = لم ينجح ذلك. يُرجى المحاولة لاحقًا.

web-sign-up-closed = الاشتراك غير متاح هنا حاليًا. لم يُحفظ شيء. اكتب إلى المنظمة إذا أردت تلقّي رسائلها.
web-sign-up-form-old = بقي هذا النموذج مفتوحًا مدة طويلة جدًّا. لم يُحفظ شيء. يُرجى إرساله مرة أخرى.

web-archive-title = الأرشيف
web-archive-search = البحث في الأرشيف
web-archive-find = ابحث
web-archive-nothing-found = لا يوجد في الأرشيف ما يتضمّن هذه الكلمات. جرّب كلمات أقل.
web-archive-empty = لم يُنشر شيء هنا بعد.
web-archive-older = الأقدم
web-archive-feeds = يمكنك أيضًا متابعة الجديد عبر قارئ الخلاصات:
web-archive-unknown = لا يوجد أرشيف بهذه اللغة. تحقّق من العنوان.
web-archive-kind = { $kind ->
    [statement] بيان
    [publication] إصدار
    [project] مشروع
    [report_summary] ملخّص تقرير
    [event] فعالية
    [appeal] نداء
    [correction] تصحيح
    [digest] مختارات
   *[bulletin] نشرة
}
web-publication-unknown = لا يوجد إصدار في هذا العنوان، أو أنه لم يُنشر بعد. تحقّق من الرابط. إذا أوصلتك رسالة إلى هنا فافتح تلك الرسالة في المتصفّح عبر الرابط الموجود فيها، ثم اتبع رابطها هناك.
web-publication-download = نزّل ملف PDF
web-publication-facts = PDF{ $pages ->
    [0] {""}
    [one] ، صفحة واحدة
    [two] ، صفحتان
    [few] ، { $pages } صفحات
    [many] ، { $pages } صفحة
   *[other] ، { $pages } صفحة
}، { NUMBER($size, maximumFractionDigits: 1) } ميغابايت
web-publication-counted = نعدّ التنزيلات ولا نحتفظ بشيء عنك.
web-publication-cover = غلاف «{ $title }»
web-publication-words = نص الإصدار
web-version-withdrawn = لم تعد المنظمة تنشر هذه الرسالة. إذا وصلتك فهي لا تزال في صندوق بريدك.
web-version-withdrawn-wrong = كان في هذه الرسالة خطأ، ولم تعد المنظمة تنشرها.
web-version-members = هذه الرسالة للمشتركين فقط. افتح «التفضيلات» في أي رسالة وصلتك منا، وستجدها هناك.
web-version-corrected = كان في هذه الرسالة خطأ. التصحيح:
web-version-wrong = كان في هذه الرسالة خطأ. سننشر التصحيح.
web-version-recalled = سحبنا هذه الرسالة. نرجو ألّا تعتمدوا على ما جاء فيها.
web-version-unknown = لا توجد رسالة عامة في هذا العنوان. ربما كان العنوان مبتورًا أو أن الرسالة لم تُرسل بعد. تحقّق من الرابط.
